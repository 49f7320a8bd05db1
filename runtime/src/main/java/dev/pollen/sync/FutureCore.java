// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Poll;
import dev.pollen.Unwinding;
import dev.pollen.WaitDescription;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * A cell for a hand-written future: keeps one value, and who waits for it. The future hands its methods on, and whoever
 * has the value completes the cell, an interrupt or another thread included.
 *
 * <pre>{@code
 * static final class KeyPress implements Future<Character> {
 *     private final FutureCore<Character> core = FutureCore.of("a key press");
 *
 *     void onKey(char key) { // by the keypad's interrupt
 *         core.complete(key);
 *     }
 *
 *     @Override
 *     public Poll poll(Context cx) {
 *         return core.poll(cx);
 *     }
 *
 *     @Override
 *     public Character get() {
 *         return core.get();
 *     }
 *
 *     @Override
 *     public void cancel() {
 *         core.cancel();
 *     }
 * }
 * }</pre>
 *
 * <pre>
 *              complete(v), fail(t)           poll
 *   WAITING -----------------------> SET -------------> DONE, or FAILED
 *      |  ^                           |                   |
 *      |  '------------------------ reset() --------------'---- CANCELLED
 *      '--------------- cancel() -----'---------------------------^
 * </pre>
 *
 * <p>A value that comes before the first poll is kept. Only the first one counts: {@code complete} and {@code fail} say
 * whether they were it. A primitive value can stand in a field of the future that is written before {@code
 * complete(null)}: its task sees it.
 *
 * <p><b>Cancel safety.</b> A cancelled cell lets the value go; {@code complete} is told by false.
 *
 * <p><b>Threading.</b> {@link #of} may be completed by any thread, {@link #local} belongs to the first executor that
 * uses it; poll, get, cancel and reset are those of the future's task; of several that poll it the last one is woken.
 *
 * <p><b>Allocation.</b> None after it is made.
 *
 * <p><b>Errors.</b> What {@link #fail} was given leaves from {@link #poll}; polling again after the end is an
 * {@link IllegalStateException}.
 *
 * @see dev.pollen.futures.FutureOrValue
 * @param <T> the type of the value
 */
public final class FutureCore<T extends @Nullable Object> implements Describable {
    private static final byte WAITING = 0;
    private static final byte SET = 1;
    private static final byte DONE = 2;
    private static final byte FAILED = 3;
    private static final byte CANCELLED = 4;

    private final Access access;
    private final String reason;
    private @Nullable Waker waker;
    private @Nullable T value;
    private @Nullable Throwable failure;
    private byte phase;

    private FutureCore(Access access, String reason) {
        if (reason == null) {
            throw new NullPointerException("a FutureCore needs a reason: what is waited for, for dumps and messages");
        }
        this.access = access;
        this.reason = reason;
    }

    /**
     * A cell that any thread may complete.
     *
     * @param <T> the type of the value
     * @param reason what is waited for, for dumps and messages, for example {@code "a key press"}
     * @return a cell that waits
     */
    public static <T extends @Nullable Object> FutureCore<T> of(String reason) {
        return new FutureCore<>(new SharedAccess("FutureCore"), reason);
    }

    /**
     * A cell that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @param reason what is waited for, for dumps and messages
     * @return a cell that waits; from elsewhere its methods throw {@link IllegalStateException}
     */
    public static <T extends @Nullable Object> FutureCore<T> local(String reason) {
        return new FutureCore<>(new LocalAccess("FutureCore"), reason);
    }

    /**
     * Sets the value and wakes whoever waits.
     *
     * @param v the value
     * @return false if there is a value or an exception already, or the cell was cancelled: then nothing happens
     */
    public boolean complete(T v) {
        return set(v, null);
    }

    /**
     * Sets the exception that leaves from the poll, and wakes whoever waits.
     *
     * @param thrown the exception
     * @return false if there is a value or an exception already, or the cell was cancelled: then nothing happens
     * @throws NullPointerException if the exception is null
     */
    public boolean fail(Throwable thrown) {
        if (thrown == null) {
            throw new NullPointerException("fail(thrown) of a FutureCore was given null");
        }
        return set(null, thrown);
    }

    private boolean set(@Nullable T v, @Nullable Throwable thrown) {
        Waker toWake = null;
        access.enter();
        try {
            if (phase != WAITING) {
                return false;
            }
            phase = SET;
            value = v;
            failure = thrown;
            toWake = waker;
            waker = null;
        } finally {
            access.exit();
        }
        if (toWake != null) {
            toWake.wake();
        }
        return true;
    }

    /**
     * What the future's {@code poll} does.
     *
     * @param cx what the future is polled with
     * @return READY if there is a value, and budget for it
     * @throws IllegalStateException if it has ended before
     */
    public Poll poll(Context cx) {
        if (phase > SET) {
            throw misuse();
        }
        // Budget and waker are foreign code, so they are asked for outside of the access, by a guess.
        boolean paid = phase == SET && cx.spend();
        Waker own = paid ? null : cx.waker();
        Throwable thrown;
        access.enter();
        try {
            if (!paid) {
                if (phase == WAITING) {
                    waker = own;
                    return Poll.PENDING;
                }
                thrown = null;
            } else {
                thrown = failure;
                failure = null;
                phase = thrown == null ? DONE : FAILED;
            }
        } finally {
            access.exit();
        }
        if (!paid) {
            own.wake();
            return Poll.PENDING;
        }
        if (thrown != null) {
            throw Unwinding.rethrow(thrown);
        }
        return Poll.READY;
    }

    /**
     * Whether a value or an exception is there that no poll has seen.
     *
     * @return true if the next poll has something to say
     */
    public boolean isSet() {
        access.enter();
        try {
            return phase == SET;
        } finally {
            access.exit();
        }
    }

    /**
     * The value.
     *
     * @return the value
     * @throws IllegalStateException if no poll has returned READY
     */
    public T get() {
        if (phase != DONE) {
            throw new IllegalStateException(
                    "the value of ".concat(name()).concat(" was read before poll returned READY"));
        }
        return value;
    }

    /**
     * The value, which the cell lets go.
     *
     * @return the value
     * @throws IllegalStateException if no poll has returned READY
     */
    public T take() {
        T taken = get();
        value = null;
        return taken;
    }

    /** What the future's {@code cancel} does: nobody is woken any more, and a value that was not seen is let go. */
    public void cancel() {
        access.enter();
        try {
            if (phase <= SET) {
                phase = CANCELLED;
                waker = null;
                value = null;
                failure = null;
            }
        } finally {
            access.exit();
        }
    }

    /** Makes the cell wait as if it were new, whatever it has: for a slot that is placed again, or a source that goes on. */
    public void reset() {
        access.enter();
        try {
            phase = WAITING;
            waker = null;
            value = null;
            failure = null;
        } finally {
            access.exit();
        }
    }

    private String name() {
        return "the future of ".concat(reason);
    }

    private IllegalStateException misuse() {
        return new IllegalStateException(name().concat(
                        switch (phase) {
                            case DONE -> " was polled after completion; it ends once";
                            case FAILED -> " was polled after an exception; it ends once";
                            default -> " was polled after cancel";
                        }));
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.reason(phase == SET ? reason.concat(", there and to be polled") : reason);
    }
}
