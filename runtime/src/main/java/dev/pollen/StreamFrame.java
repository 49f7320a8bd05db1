// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * The frame of a generator: the Future class that is made for each {@code @Async} method that returns an {@link
 * AsyncStream} extends it, or the form for its primitive values. User code names {@link AsyncStream}, never this class.
 *
 * @param <T> the type of the values
 */
public abstract class StreamFrame<T extends @Nullable Object> extends Generator implements AsyncStream<T> {
    private @Nullable T current;

    /** Made by Future classes alone. */
    protected StreamFrame() {}

    @Override
    public final T current() {
        checkCurrent();
        return current;
    }

    /**
     * What {@code emit} compiles to, before the body is left.
     *
     * @param value the value that {@code next()} finds
     */
    public final void emitted(T value) {
        current = value;
    }

    @Override
    final void forget() {
        current = null;
    }

    /** The frame of a generator of {@code int}. */
    public abstract static class OfInt extends Generator implements AsyncStream.OfInt {
        private int current;

        /** Made by Future classes alone. */
        protected OfInt() {}

        @Override
        public final int currentAsInt() {
            checkCurrent();
            return current;
        }

        /**
         * What {@code emit} compiles to, before the body is left.
         *
         * @param value the value that {@code next()} finds
         */
        public final void emitted(int value) {
            current = value;
        }

        @Override
        final void forget() {
            // It refers to nothing.
        }
    }

    /** The frame of a generator of {@code long}. */
    public abstract static class OfLong extends Generator implements AsyncStream.OfLong {
        private long current;

        /** Made by Future classes alone. */
        protected OfLong() {}

        @Override
        public final long currentAsLong() {
            checkCurrent();
            return current;
        }

        /**
         * What {@code emit} compiles to, before the body is left.
         *
         * @param value the value that {@code next()} finds
         */
        public final void emitted(long value) {
            current = value;
        }

        @Override
        final void forget() {
            // It refers to nothing.
        }
    }

    /** The frame of a generator of {@code double}. */
    public abstract static class OfDouble extends Generator implements AsyncStream.OfDouble {
        private double current;

        /** Made by Future classes alone. */
        protected OfDouble() {}

        @Override
        public final double currentAsDouble() {
            checkCurrent();
            return current;
        }

        /**
         * What {@code emit} compiles to, before the body is left.
         *
         * @param value the value that {@code next()} finds
         */
        public final void emitted(double value) {
            current = value;
        }

        @Override
        final void forget() {
            // It refers to nothing.
        }
    }
}
