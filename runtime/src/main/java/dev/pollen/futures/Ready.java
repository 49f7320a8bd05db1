// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import org.jspecify.annotations.Nullable;

/**
 * The future of {@code ready(v)}, and its slot.
 *
 * @see Futures#ready(Object)
 * @param <T> the type of the value
 */
public final class Ready<T extends @Nullable Object> extends AtOnce implements Future<T> {
    private @Nullable T value;

    /** An empty slot. */
    public Ready() {}

    void place(T v) {
        placed();
        value = v;
    }

    @Override
    public Poll poll(Context cx) {
        return pollAtOnce(cx);
    }

    @Override
    public T get() {
        checkDone();
        return value;
    }

    @Override
    public T take() {
        T taken = get();
        value = null;
        return taken;
    }

    @Override
    public void cancel() {
        if (cancels()) {
            value = null;
        }
    }

    /** The future of {@code ready(v)} of an {@code int}, and its slot. */
    public static final class OfInt extends AtOnce implements Future.OfInt {
        private int value;

        /** An empty slot. */
        public OfInt() {}

        void place(int v) {
            placed();
            value = v;
        }

        @Override
        public Poll poll(Context cx) {
            return pollAtOnce(cx);
        }

        @Override
        public int getAsInt() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancels();
        }
    }

    /** The future of {@code ready(v)} of a {@code long}, and its slot. */
    public static final class OfLong extends AtOnce implements Future.OfLong {
        private long value;

        /** An empty slot. */
        public OfLong() {}

        void place(long v) {
            placed();
            value = v;
        }

        @Override
        public Poll poll(Context cx) {
            return pollAtOnce(cx);
        }

        @Override
        public long getAsLong() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancels();
        }
    }

    /** The future of {@code ready(v)} of a {@code double}, and its slot. */
    public static final class OfDouble extends AtOnce implements Future.OfDouble {
        private double value;

        /** An empty slot. */
        public OfDouble() {}

        void place(double v) {
            placed();
            value = v;
        }

        @Override
        public Poll poll(Context cx) {
            return pollAtOnce(cx);
        }

        @Override
        public double getAsDouble() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancels();
        }
    }

    /** The future of {@code ready(v)} of a {@code boolean}, and its slot. */
    public static final class OfBoolean extends AtOnce implements Future.OfBoolean {
        private boolean value;

        /** An empty slot. */
        public OfBoolean() {}

        void place(boolean v) {
            placed();
            value = v;
        }

        @Override
        public Poll poll(Context cx) {
            return pollAtOnce(cx);
        }

        @Override
        public boolean getAsBoolean() {
            checkDone();
            return value;
        }

        @Override
        public void cancel() {
            cancels();
        }
    }
}
