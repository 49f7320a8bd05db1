// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/**
 * Stands before the real class on the class path of the blocking reference: there an async method is an ordinary one
 * that runs when it is called, and {@code await} polls to the end. A block runs when it is awaited.
 */
public final class Pollen {
    private Pollen() {}

    private static <F extends Future<?>> F end(F future) {
        Context cx = Context.of(() -> {});
        while (future.poll(cx) == Poll.PENDING) {
            continue;
        }
        return future;
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

    public static void emit(Object value) {
        Coroutine.emit(value);
    }

    public static void emit(boolean value) {
        Coroutine.emit(value);
    }

    public static void emit(byte value) {
        Coroutine.emit(value);
    }

    public static void emit(short value) {
        Coroutine.emit(value);
    }

    public static void emit(char value) {
        Coroutine.emit(value);
    }

    public static void emit(int value) {
        Coroutine.emit(value);
    }

    public static void emit(long value) {
        Coroutine.emit(value);
    }

    public static void emit(float value) {
        Coroutine.emit(value);
    }

    public static void emit(double value) {
        Coroutine.emit(value);
    }

    public static <T, E extends Throwable> Future<T> async(AsyncBlock<T, E> block) throws E {
        return new ObjectBlock<>(block);
    }

    public static <E extends Throwable> Future.OfInt asyncInt(AsyncBlock.OfInt<E> block) throws E {
        return new OfIntBlock(block);
    }

    public static <E extends Throwable> Future.OfLong asyncLong(AsyncBlock.OfLong<E> block) throws E {
        return new OfLongBlock(block);
    }

    public static <E extends Throwable> Future.OfDouble asyncDouble(AsyncBlock.OfDouble<E> block) throws E {
        return new OfDoubleBlock(block);
    }

    public static <E extends Throwable> Future.OfBoolean asyncBoolean(AsyncBlock.OfBoolean<E> block) throws E {
        return new OfBooleanBlock(block);
    }

    public static <T> T blockOn(Future<T> future) {
        return await(future);
    }

    /** A block runs when it is polled first; then it runs to its end. */
    private abstract static class Block<F extends Future<?>> {
        private F result;
        private boolean over;

        abstract F run() throws Throwable;

        final F result() {
            return result;
        }

        public final Poll poll(Context cx) {
            if (over) {
                throw new IllegalStateException("polled again");
            }
            over = true;
            try {
                result = end(run());
            } catch (Throwable thrown) {
                throw Block.<RuntimeException>unchecked(thrown);
            }
            return Poll.READY;
        }

        public final void cancel() {
            over = true;
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
            throw (E) thrown;
        }
    }

    private static final class ObjectBlock<T> extends Block<Future<T>> implements Future<T> {
        private final AsyncBlock<T, ?> body;

        ObjectBlock(AsyncBlock<T, ?> body) {
            this.body = body;
        }

        @Override
        Future<T> run() throws Throwable {
            return body.run();
        }

        @Override
        public T get() {
            return result().get();
        }
    }

    private static final class OfIntBlock extends Block<Future.OfInt> implements Future.OfInt {
        private final AsyncBlock.OfInt<?> body;

        OfIntBlock(AsyncBlock.OfInt<?> body) {
            this.body = body;
        }

        @Override
        Future.OfInt run() throws Throwable {
            return body.run();
        }

        @Override
        public int getAsInt() {
            return result().getAsInt();
        }
    }

    private static final class OfLongBlock extends Block<Future.OfLong> implements Future.OfLong {
        private final AsyncBlock.OfLong<?> body;

        OfLongBlock(AsyncBlock.OfLong<?> body) {
            this.body = body;
        }

        @Override
        Future.OfLong run() throws Throwable {
            return body.run();
        }

        @Override
        public long getAsLong() {
            return result().getAsLong();
        }
    }

    private static final class OfDoubleBlock extends Block<Future.OfDouble> implements Future.OfDouble {
        private final AsyncBlock.OfDouble<?> body;

        OfDoubleBlock(AsyncBlock.OfDouble<?> body) {
            this.body = body;
        }

        @Override
        Future.OfDouble run() throws Throwable {
            return body.run();
        }

        @Override
        public double getAsDouble() {
            return result().getAsDouble();
        }
    }

    private static final class OfBooleanBlock extends Block<Future.OfBoolean> implements Future.OfBoolean {
        private final AsyncBlock.OfBoolean<?> body;

        OfBooleanBlock(AsyncBlock.OfBoolean<?> body) {
            this.body = body;
        }

        @Override
        Future.OfBoolean run() throws Throwable {
            return body.run();
        }

        @Override
        public boolean getAsBoolean() {
            return result().getAsBoolean();
        }
    }
}
