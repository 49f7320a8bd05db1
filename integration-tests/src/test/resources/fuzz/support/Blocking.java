// SPDX-License-Identifier: Apache-2.0
package box.support;

import dev.pollen.AsyncBlock;
import dev.pollen.AsyncStream;
import dev.pollen.CancelledError;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * What a fuzzed program means, said without a weaver: an async method is an ordinary method that runs on a stack of its
 * own, and {@code await} blocks it. In the reference each async method {@code m} is two,
 *
 * <pre>{@code
 * static Future.OfInt m(int a) { return Blocking.callInt(() -> m_body(a)); }
 * static Future.OfInt m_body(int a) { the user's code }
 * }</pre>
 *
 * and {@code await} is imported from here, and {@code async}, whose lambda is such a body already. A call that is awaited
 * runs on the stack of its caller; one that somebody else polls, a combinator or the driver, gets a thread. A generator
 * always has one, which stands at its {@code emit} until the next value is asked for:
 *
 * <pre>{@code
 * static AsyncStream.OfInt g(int a) { return Blocking.streamInt(() -> g_body(a)); }
 * static AsyncStream.OfInt g_body(int a) { the user's code }
 * }</pre>
 *
 * <p>Only one of these threads runs at any time.
 */
public final class Blocking {
    private static final Context CONTEXT = Context.of(() -> {});

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "blocking reference");
        thread.setDaemon(true);
        return thread;
    });

    private static Stack current;

    private Blocking() {}

    /** The body of an async method. */
    @FunctionalInterface
    public interface Body {
        Future<?> run() throws Throwable;
    }

    public static <T> Future<T> call(Body body) {
        return new Of<>(body);
    }

    public static Future.OfInt callInt(Body body) {
        return new OfInt(body);
    }

    public static Future.OfLong callLong(Body body) {
        return new OfLong(body);
    }

    public static Future.OfDouble callDouble(Body body) {
        return new OfDouble(body);
    }

    public static Future.OfBoolean callBoolean(Body body) {
        return new OfBoolean(body);
    }

    public static <T, E extends Throwable> Future<T> async(AsyncBlock<T, E> block) throws E {
        return new Of<>(block::run);
    }

    public static <E extends Throwable> Future.OfInt asyncInt(AsyncBlock.OfInt<E> block) throws E {
        return new OfInt(block::run);
    }

    public static <E extends Throwable> Future.OfLong asyncLong(AsyncBlock.OfLong<E> block) throws E {
        return new OfLong(block::run);
    }

    public static <E extends Throwable> Future.OfDouble asyncDouble(AsyncBlock.OfDouble<E> block) throws E {
        return new OfDouble(block::run);
    }

    public static <E extends Throwable> Future.OfBoolean asyncBoolean(AsyncBlock.OfBoolean<E> block) throws E {
        return new OfBoolean(block::run);
    }

    /** The body of a generator. */
    @FunctionalInterface
    public interface Values {
        AsyncStream<?> run() throws Throwable;
    }

    public static <T> AsyncStream<T> stream(Values values) {
        return new Stream<>(values);
    }

    public static AsyncStream.OfInt streamInt(Values values) {
        return new IntStream(values);
    }

    public static AsyncStream.OfLong streamLong(Values values) {
        return new LongStream(values);
    }

    public static AsyncStream.OfDouble streamDouble(Values values) {
        return new DoubleStream(values);
    }

    public static void emit(Object value) {
        current.emit(value);
    }

    public static <T> T await(Future<T> future) {
        return end(future).take();
    }

    public static int await(Future.OfInt future) {
        return end(future).getAsInt();
    }

    public static long await(Future.OfLong future) {
        return end(future).getAsLong();
    }

    public static double await(Future.OfDouble future) {
        return end(future).getAsDouble();
    }

    public static boolean await(Future.OfBoolean future) {
        return end(future).getAsBoolean();
    }

    private static <F extends Future<?>> F end(F future) {
        if (future instanceof Call call && call.isNew()) {
            call.runHere();
            return future;
        }
        while (future.poll(CONTEXT) == Poll.PENDING) {
            current.pending(future);
        }
        return future;
    }

    /** A call of an async method. */
    private abstract static class Call {
        private enum State {
            NEW,
            RUNNING,
            ENDED
        }

        private final Body body;
        private State state = State.NEW;
        private Stack stack;
        private Throwable thrown;

        /** The future that the body has returned, complete. */
        private Future<?> result;

        Call(Body body) {
            this.body = body;
            if (current != null) {
                current.made.add(this);
            }
        }

        boolean isNew() {
            return state == State.NEW;
        }

        /** Runs the call where its caller stands; code that has swallowed its cancellation throws it here again. */
        void runHere() {
            state = State.RUNNING;
            int before = current.unwound;
            try {
                run();
            } finally {
                state = State.ENDED;
            }
            if (current.unwound != before) {
                throw CancelledError.INSTANCE;
            }
        }

        /** Runs the body; what it has made and left behind ends with it. */
        private void run() {
            List<Call> outer = current.made;
            List<Call> made = new ArrayList<>();
            current.made = made;
            Throwable first = null;
            try {
                result = end(body.run());
            } catch (Throwable t) {
                first = t;
            }
            for (Call call : made) {
                try {
                    call.cancel();
                } catch (Throwable t) {
                    if (first == null) {
                        first = t;
                    } else if (first != t) {
                        first.addSuppressed(t);
                    }
                }
            }
            current.made = outer;
            if (first != null) {
                throw Blocking.<RuntimeException>unchecked(first);
            }
        }

        public final Poll poll(Context cx) {
            if (state == State.ENDED) {
                throw new IllegalStateException("polled after its end");
            }
            if (state == State.NEW) {
                state = State.RUNNING;
                stack = new Stack();
            }
            cx.waker();
            if (!resume()) {
                return Poll.PENDING;
            }
            if (thrown != null) {
                throw Blocking.<RuntimeException>unchecked(thrown);
            }
            return Poll.READY;
        }

        public final void cancel() {
            if (state == State.NEW || stack == null) {
                state = State.ENDED;
            }
            if (state == State.ENDED) {
                return;
            }
            stack.cancelled = true;
            resume();
            if (thrown != null && thrown != CancelledError.INSTANCE) {
                throw Blocking.<RuntimeException>unchecked(thrown);
            }
        }

        /** Lets the body run on its stack until it is pending or has ended. */
        private boolean resume() {
            Stack outer = current;
            current = stack;
            stack.resume(() -> {
                try {
                    run();
                } catch (Throwable t) {
                    thrown = t;
                }
            });
            current = outer;
            if (stack.ended) {
                state = State.ENDED;
            }
            return stack.ended;
        }

        final Future<?> result() {
            if (state != State.ENDED || result == null) {
                throw new IllegalStateException("read before its end");
            }
            return result;
        }
    }

    private static final class Of<T> extends Call implements Future<T> {
        Of(Body body) {
            super(body);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T get() {
            return (T) result().get();
        }
    }

    private static final class OfInt extends Call implements Future.OfInt {
        OfInt(Body body) {
            super(body);
        }

        @Override
        public int getAsInt() {
            return ((Future.OfInt) result()).getAsInt();
        }
    }

    private static final class OfLong extends Call implements Future.OfLong {
        OfLong(Body body) {
            super(body);
        }

        @Override
        public long getAsLong() {
            return ((Future.OfLong) result()).getAsLong();
        }
    }

    private static final class OfDouble extends Call implements Future.OfDouble {
        OfDouble(Body body) {
            super(body);
        }

        @Override
        public double getAsDouble() {
            return ((Future.OfDouble) result()).getAsDouble();
        }
    }

    private static final class OfBoolean extends Call implements Future.OfBoolean {
        OfBoolean(Body body) {
            super(body);
        }

        @Override
        public boolean getAsBoolean() {
            return ((Future.OfBoolean) result()).getAsBoolean();
        }
    }

    /** A generator. Its call is cancelled by the frame that has made it, as any other. */
    private static class Stream<T> implements AsyncStream<T> {
        private final Call call;
        private final Next next = new Next(this);
        private Object value;
        private boolean hasValue;

        Stream(Values values) {
            call = new Of<Void>(() -> {
                values.run();
                return Future.done();
            });
        }

        @Override
        public final Future.OfBoolean next() {
            hasValue = false;
            return next;
        }

        private Poll poll(Context cx) {
            if (call.state == Call.State.ENDED) {
                return Poll.READY;
            }
            if (call.poll(cx) == Poll.READY) {
                return Poll.READY;
            }
            hasValue = call.stack.hasEmitted;
            value = call.stack.emitted;
            call.stack.hasEmitted = false;
            return hasValue ? Poll.READY : Poll.PENDING;
        }

        @Override
        @SuppressWarnings("unchecked")
        public final T current() {
            if (!hasValue) {
                throw new IllegalStateException("no value");
            }
            return (T) value;
        }

        @Override
        public final void cancel() {
            hasValue = false;
            call.cancel();
        }
    }

    private static final class IntStream extends Stream<Integer> implements AsyncStream.OfInt {
        IntStream(Values values) {
            super(values);
        }

        @Override
        public int currentAsInt() {
            return current();
        }
    }

    private static final class LongStream extends Stream<Long> implements AsyncStream.OfLong {
        LongStream(Values values) {
            super(values);
        }

        @Override
        public long currentAsLong() {
            return current();
        }
    }

    private static final class DoubleStream extends Stream<Double> implements AsyncStream.OfDouble {
        DoubleStream(Values values) {
            super(values);
        }

        @Override
        public double currentAsDouble() {
            return current();
        }
    }

    /** Waits for a value. Who stops waiting leaves the generator as it is. */
    private record Next(Stream<?> stream) implements Future.OfBoolean {
        @Override
        public Poll poll(Context cx) {
            return stream.poll(cx);
        }

        @Override
        public boolean getAsBoolean() {
            return stream.hasValue;
        }

        @Override
        public void cancel() {}
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** A thread on which calls block, and which somebody resumes with each poll. */
    private static final class Stack {
        private static final int SPINS = 2000;

        /** Set by who cancels: whatever is pending from now on is cancelled, and throws. */
        boolean cancelled;

        /** How often that has happened. */
        int unwound;

        boolean ended;

        /** What a generator has emitted, until it is taken. */
        Object emitted;

        boolean hasEmitted;

        /** What the body that runs now has made. */
        List<Call> made = new ArrayList<>();

        private volatile boolean running;
        private Thread thread;
        private Thread poller;

        void resume(Runnable body) {
            poller = Thread.currentThread();
            running = true;
            if (thread == null) {
                THREADS.execute(() -> {
                    body.run();
                    ended = true;
                    handOver();
                });
            } else {
                LockSupport.unpark(thread);
            }
            waitFor(false);
        }

        /** Called on the stack's own thread: an await is pending. */
        void pending(Future<?> future) {
            if (!cancelled) {
                thread = Thread.currentThread();
                handOver();
                waitFor(true);
            }
            if (cancelled) {
                unwound++;
                // A stream of the frame's own ends with the await that is cancelled.
                if (future instanceof Next next) {
                    next.stream.cancel();
                } else {
                    future.cancel();
                }
                throw CancelledError.INSTANCE;
            }
        }

        /** Called on the stack's own thread: the generator that it belongs to has a value. */
        void emit(Object value) {
            if (!cancelled) {
                emitted = value;
                hasEmitted = true;
                thread = Thread.currentThread();
                handOver();
                waitFor(true);
            }
            if (cancelled) {
                unwound++;
                throw CancelledError.INSTANCE;
            }
        }

        private void handOver() {
            Thread waiting = poller;
            running = false;
            LockSupport.unpark(waiting);
        }

        private void waitFor(boolean wanted) {
            for (int i = 0; running != wanted; i++) {
                if (i < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
        }
    }
}
