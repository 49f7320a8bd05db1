// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A generator of the blocking reference: an ordinary method on a thread of its own, which runs while the consumer waits
 * for a value, and waits while the consumer runs. The test wraps the bodies of generators:
 *
 * <pre>
 *   static AsyncStream.OfInt ints() { emit(1); return AsyncStream.OfInt.end(); }
 *   static AsyncStream.OfInt ints() { return Coroutine.ints(() -&gt; { emit(1); return AsyncStream.OfInt.end(); }); }
 * </pre>
 */
public final class Coroutine {
    private static Coroutine current = new Coroutine(null, () -> null);

    private final Generator frame;
    private final Supplier<?> body;
    private final List<Generator> made = new ArrayList<>();
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private Thread thread;
    private boolean cancelled;
    private Object value;
    private Throwable thrown;
    private int state;

    private Coroutine(Generator frame, Supplier<?> body) {
        this.frame = frame;
        this.body = body;
    }

    /** Ends what the program has made and left, as the end of its frame does. */
    public static void endAll() {
        current.end();
    }

    private void end() {
        List<Generator> left = new ArrayList<>(made);
        made.clear();
        left.forEach(Generator::cancel);
    }

    static void emit(Object value) {
        Coroutine self = current;
        if (self.frame == null) {
            throw new IllegalStateException("emit outside of a generator: its body was not wrapped");
        }
        self.value = value;
        self.state = 1;
        self.back.release();
        self.turn.acquireUninterruptibly();
        if (self.cancelled) {
            self.cancelled = false;
            throw CancelledError.INSTANCE;
        }
    }

    private Poll poll() {
        if (state != 0 && state != 1) {
            Unwinding.unwind(frame);
            cancelled = true;
        }
        Coroutine caller = current;
        current = this;
        if (thread == null) {
            thread = new Thread(this::run, "generator");
            thread.setDaemon(true);
            thread.start();
        } else {
            turn.release();
        }
        back.acquireUninterruptibly();
        current = caller;
        if (thrown != null) {
            Throwable first = thrown;
            thrown = null;
            throw Unwinding.fail(frame, first);
        }
        return Poll.READY;
    }

    private void run() {
        try {
            try {
                body.get();
                state = StateMachine.DONE;
            } finally {
                end();
            }
        } catch (Throwable t) {
            thrown = t;
        }
        back.release();
    }

    private Object take() {
        Object taken = value;
        value = null;
        return taken;
    }

    private static int intOf(Object value) {
        return value instanceof Character c ? c : ((Number) value).intValue();
    }

    public static <T> AsyncStream<T> objects(Supplier<AsyncStream<T>> body) {
        return new Objects<>(body);
    }

    public static AsyncStream.OfInt ints(Supplier<AsyncStream.OfInt> body) {
        return new Ints(body);
    }

    public static AsyncStream.OfLong longs(Supplier<AsyncStream.OfLong> body) {
        return new Longs(body);
    }

    public static AsyncStream.OfDouble doubles(Supplier<AsyncStream.OfDouble> body) {
        return new Doubles(body);
    }

    private static final class Objects<T> extends StreamFrame<T> {
        private final Coroutine coroutine;

        Objects(Supplier<?> body) {
            coroutine = new Coroutine(this, body);
            current.made.add(this);
        }

        @Override
        public Poll poll(Context cx) {
            Poll found = coroutine.poll();
            if (coroutine.state == 1) {
                @SuppressWarnings("unchecked")
                T value = (T) coroutine.take();
                emitted(value);
            }
            return found;
        }

        @Override
        public int state() {
            return coroutine.state;
        }

        @Override
        public void state(int state) {
            coroutine.state = state;
        }
    }

    private static final class Ints extends StreamFrame.OfInt {
        private final Coroutine coroutine;

        Ints(Supplier<?> body) {
            coroutine = new Coroutine(this, body);
            current.made.add(this);
        }

        @Override
        public Poll poll(Context cx) {
            Poll found = coroutine.poll();
            if (coroutine.state == 1) {
                emitted(intOf(coroutine.take()));
            }
            return found;
        }

        @Override
        public int state() {
            return coroutine.state;
        }

        @Override
        public void state(int state) {
            coroutine.state = state;
        }
    }

    private static final class Longs extends StreamFrame.OfLong {
        private final Coroutine coroutine;

        Longs(Supplier<?> body) {
            coroutine = new Coroutine(this, body);
            current.made.add(this);
        }

        @Override
        public Poll poll(Context cx) {
            Poll found = coroutine.poll();
            if (coroutine.state == 1) {
                Object value = coroutine.take();
                emitted(value instanceof Long l ? l : intOf(value));
            }
            return found;
        }

        @Override
        public int state() {
            return coroutine.state;
        }

        @Override
        public void state(int state) {
            coroutine.state = state;
        }
    }

    private static final class Doubles extends StreamFrame.OfDouble {
        private final Coroutine coroutine;

        Doubles(Supplier<?> body) {
            coroutine = new Coroutine(this, body);
            current.made.add(this);
        }

        @Override
        public Poll poll(Context cx) {
            Poll found = coroutine.poll();
            if (coroutine.state == 1) {
                Object value = coroutine.take();
                emitted(value instanceof Character c ? c : ((Number) value).doubleValue());
            }
            return found;
        }

        @Override
        public int state() {
            return coroutine.state;
        }

        @Override
        public void state(int state) {
            coroutine.state = state;
        }
    }
}
