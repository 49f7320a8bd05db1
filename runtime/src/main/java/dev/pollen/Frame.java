// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * The frame of an async function: the Future class that is made for each {@code @Async} method extends it, or the form
 * for its primitive result. User code names {@link Future}, never this class.
 *
 * <p>It has no field of its own: an object header and the woven position are its first 16 bytes. What it says here of
 * position, child and value is for frames that were generated and not woven: the weaver overrides it.
 *
 * @param <T> the type of the result
 */
public abstract class Frame<T extends @Nullable Object> implements Future<T>, StateMachine {
    /** Made by Future classes alone. */
    protected Frame() {}

    @Override
    public T get() {
        throw notWoven();
    }

    /**
     * Unwinds the body to its end: the awaited child is cancelled, then {@link CancelledError} is thrown at the await.
     * Does nothing after completion; a body that has not started never starts.
     */
    @Override
    public final void cancel() {
        Unwinding.cancel(this);
    }

    @Override
    public int state() {
        return START;
    }

    @Override
    public void state(int state) {
        // A frame that is not woven has no position.
    }

    @Override
    public @Nullable Future<?> child(int state) {
        return null;
    }

    @Override
    public void clear() {
        // A frame that is not woven has saved nothing.
    }

    @Override
    public String at(int state) {
        return getClass().getName();
    }

    @Override
    public final String toString() {
        return Unwinding.describe(this);
    }

    private NotWovenError notWoven() {
        return new NotWovenError(at(START));
    }

    /** The frame of an async function with an {@code int} result. */
    public abstract static class OfInt extends Frame<Integer> implements Future.OfInt {
        /** Made by Future classes alone. */
        protected OfInt() {}

        @Override
        public int getAsInt() {
            throw super.notWoven();
        }

        @Override
        public Integer get() {
            return getAsInt();
        }
    }

    /** The frame of an async function with a {@code long} result. */
    public abstract static class OfLong extends Frame<Long> implements Future.OfLong {
        /** Made by Future classes alone. */
        protected OfLong() {}

        @Override
        public long getAsLong() {
            throw super.notWoven();
        }

        @Override
        public Long get() {
            return getAsLong();
        }
    }

    /** The frame of an async function with a {@code double} result. */
    public abstract static class OfDouble extends Frame<Double> implements Future.OfDouble {
        /** Made by Future classes alone. */
        protected OfDouble() {}

        @Override
        public double getAsDouble() {
            throw super.notWoven();
        }

        @Override
        public Double get() {
            return getAsDouble();
        }
    }

    /** The frame of an async function with a {@code boolean} result. */
    public abstract static class OfBoolean extends Frame<Boolean> implements Future.OfBoolean {
        /** Made by Future classes alone. */
        protected OfBoolean() {}

        @Override
        public boolean getAsBoolean() {
            throw super.notWoven();
        }

        @Override
        public Boolean get() {
            return getAsBoolean();
        }
    }
}
