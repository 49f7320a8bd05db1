// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.ReceiverFrames;
import dev.pollen.WaitDescription;
import dev.pollen.sync.Mutex;
import org.jspecify.annotations.Nullable;

/**
 * Takes a bus, does one step after the other on it, and gives it back, however that ends. As an async method it would read
 *
 * <pre>{@code
 *   try (var guard = await(mutex.lock())) {
 *       begin();
 *       try { for (Future<?> step : steps) await(step); } finally { end(); }
 *   }
 * }</pre>
 *
 * but the core is not woven.
 *
 * <pre>
 *            1            2, with a mutex         3
 *   EMPTY -------> PLACED --------------> LOCKING --> WORKING --> DONE
 *                    |                       |    3      |   4
 *                    | 2, without            |           |
 *                    '-----------------------|---------->|
 *                                            '-----------'-----> FAILED (5), CANCELLED (6)
 *
 *   1 placed()    2 poll, the first    3 poll, the bus is granted    4 poll, no step is left
 *   5 poll, a step throws              6 cancel
 * </pre>
 *
 * @param <B> the bus
 */
abstract class BusUse<B> implements Future<Void>, Describable {
    private static final byte EMPTY = 0;
    private static final byte PLACED = 1;
    private static final byte LOCKING = 2;
    private static final byte WORKING = 3;
    private static final byte DONE = 4;
    private static final byte FAILED = 5;
    private static final byte CANCELLED = 6;

    private static final int DEEPEST = 16;

    private final String name;
    private final Mutex.Lock<B> lock = new Mutex.Lock<>();

    /** Where the steps' futures are built. */
    private final ReceiverFrames<Void> frames;

    private @Nullable Mutex<B> mutex;
    private @Nullable B bus;
    private Mutex.@Nullable Guard<B> guard;
    private @Nullable Future<?> step;
    private byte phase;

    BusUse(String name) {
        this.name = name;
        frames = new ReceiverFrames<>(null, name, DEEPEST);
    }

    /** The bus is granted. */
    abstract void begin();

    /** The next step's future, built in the slot where it can be; null after the last. */
    abstract @Nullable Future<?> next(B on, ReceiverFrames<Void> slot) throws Exception;

    /** The bus is about to be given back; called once for each {@link #begin}. */
    abstract void end();

    /** Nulls all references. */
    abstract void letGo();

    /** Edge 1: on a bus that is shared. */
    final void placed(Mutex<B> of) {
        checkFree();
        mutex = of;
        phase = PLACED;
    }

    /** Edge 1: on a bus that is the caller's alone. */
    final void placed(B alone) {
        checkFree();
        bus = alone;
        phase = PLACED;
    }

    private void checkFree() {
        if (phase == LOCKING || phase == WORKING) {
            throw new IllegalStateException(
                    name.concat(" was placed in a slot that is still in use; cancel it or poll it to its end first"));
        }
    }

    /** Edges 2 to 5. */
    final Poll drive(Context cx) {
        if (phase == EMPTY || phase >= DONE) {
            throw new IllegalStateException(name.concat(" was polled ").concat(when()));
        }
        boolean thrown = true;
        try {
            Poll outcome = advance(cx);
            thrown = false;
            if (outcome == Poll.READY) {
                finish(DONE);
            }
            return outcome;
        } finally {
            if (thrown) {
                finish(FAILED);
            }
        }
    }

    private Poll advance(Context cx) {
        if (phase == PLACED) {
            Mutex<B> shared = mutex;
            if (shared == null) {
                phase = WORKING;
                begin();
            } else {
                shared.lock$in(lock);
                phase = LOCKING;
            }
        }
        if (phase == LOCKING) {
            if (lock.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            guard = lock.take();
            bus = guard.get();
            phase = WORKING;
            begin();
        }
        return work(cx);
    }

    private Poll work(Context cx) {
        while (true) {
            Future<?> current = step;
            if (current == null) {
                current = following();
                if (current == null) {
                    return Poll.READY;
                }
                step = current;
            }
            if (current.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            current.take();
            step = null;
        }
    }

    private @Nullable Future<?> following() {
        try {
            return next(bus, frames);
        } catch (Exception e) {
            throw BusUse.<RuntimeException>asIs(e);
        }
    }

    /** An exception of the bus leaves from poll as it is: the await declares it, as the bus does. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E asIs(Exception thrown) throws E {
        throw (E) thrown;
    }

    private void finish(byte as) {
        byte before = phase;
        phase = as;
        try {
            if (before == LOCKING) {
                lock.cancel();
            } else if (before == WORKING) {
                giveBack();
            }
        } finally {
            step = null;
            mutex = null;
            bus = null;
            letGo();
        }
    }

    private void giveBack() {
        Future<?> unfinished = step;
        Mutex.Guard<B> held = guard;
        guard = null;
        try {
            if (unfinished != null) {
                unfinished.cancel();
            }
        } finally {
            try {
                end();
            } finally {
                if (held != null) {
                    held.close();
                }
            }
        }
    }

    @Override
    public final @Nullable Void get() {
        if (phase != DONE) {
            throw new IllegalStateException(name.concat(" was read before its poll returned READY"));
        }
        return null;
    }

    /** Edge 6. */
    final void stop() {
        if (phase == PLACED || phase == LOCKING || phase == WORKING) {
            finish(CANCELLED);
        }
    }

    @Override
    public final void describeWait(WaitDescription to) {
        Future<?> current = step;
        if (current != null) {
            to.child(current);
        } else if (phase == LOCKING) {
            to.reason(name.concat(", waiting for the bus"));
            to.child(lock);
        }
    }

    private String when() {
        return switch (phase) {
            case EMPTY -> "before it was placed in its slot";
            case DONE -> "after completion; it ends once, call the method again";
            case FAILED -> "after an exception; it ends once, call the method again";
            default -> "after cancel; call the method again";
        };
    }
}
