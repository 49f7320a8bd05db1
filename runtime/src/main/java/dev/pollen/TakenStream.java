// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/** The streams of {@link AsyncStream#take take}, and their slots. */
public abstract class TakenStream extends StreamOperator {
    private long left;

    /** Made by the forms alone. */
    TakenStream() {}

    final void begins(AsyncStream<?> of, long most) {
        if (most < 0) {
            throw new IllegalArgumentException(
                    "take(count) takes no fewer than 0 values: ".concat(Long.toString(most)));
        }
        begins(of);
        left = most;
    }

    @Override
    final Poll advance(Context cx) {
        if (left == 0) {
            return ends();
        }
        if (pollSource(cx) == Poll.PENDING) {
            return Poll.PENDING;
        }
        left--;
        return found() ? Poll.READY : ends();
    }

    @Override
    final String name() {
        return "take(count)";
    }

    /**
     * The first values of a stream of objects.
     *
     * @param <T> the type of the values
     */
    public static final class OfObj<T extends @Nullable Object> extends TakenStream implements AsyncStream<T> {
        /** An empty slot. */
        public OfObj() {}

        void place(AsyncStream<T> of, long count) {
            begins(of, count);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T current() {
            checkCurrent();
            return ((AsyncStream<T>) source()).current();
        }
    }

    /**
     * The first values of a stream of {@code int}.
     */
    public static final class OfInt extends TakenStream implements AsyncStream.OfInt {
        /** An empty slot. */
        public OfInt() {}

        void place(AsyncStream.OfInt of, long count) {
            begins(of, count);
        }

        @Override
        public int currentAsInt() {
            checkCurrent();
            return ((AsyncStream.OfInt) source()).currentAsInt();
        }
    }

    /**
     * The first values of a stream of {@code long}.
     */
    public static final class OfLong extends TakenStream implements AsyncStream.OfLong {
        /** An empty slot. */
        public OfLong() {}

        void place(AsyncStream.OfLong of, long count) {
            begins(of, count);
        }

        @Override
        public long currentAsLong() {
            checkCurrent();
            return ((AsyncStream.OfLong) source()).currentAsLong();
        }
    }

    /**
     * The first values of a stream of {@code double}.
     */
    public static final class OfDouble extends TakenStream implements AsyncStream.OfDouble {
        /** An empty slot. */
        public OfDouble() {}

        void place(AsyncStream.OfDouble of, long count) {
            begins(of, count);
        }

        @Override
        public double currentAsDouble() {
            checkCurrent();
            return ((AsyncStream.OfDouble) source()).currentAsDouble();
        }
    }
}
