// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/** The streams of {@link AsyncStream#filter filter} and its forms, and their slots. */
public abstract class FilteredStream extends StreamOperator {
    /** Made by the forms alone. */
    FilteredStream() {}

    /** Whether the value that the source has passes. */
    abstract boolean passes();

    @Override
    final Poll advance(Context cx) {
        do {
            if (pollSource(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            if (!found()) {
                return ends();
            }
        } while (!passes());
        return Poll.READY;
    }

    /**
     * The values of a stream of objects that pass.
     *
     * @param <T> the type of the values
     */
    public static final class OfObj<T extends @Nullable Object> extends FilteredStream implements AsyncStream<T> {
        private Mapping.@Nullable ToBoolean<? super T, ? extends RuntimeException> condition;

        /** An empty slot. */
        public OfObj() {}

        void place(AsyncStream<T> of, Mapping.ToBoolean<? super T, ? extends RuntimeException> passing) {
            begins(of);
            condition = present(passing);
        }

        @Override
        @SuppressWarnings("unchecked")
        boolean passes() {
            return condition.map(((AsyncStream<T>) source()).current());
        }

        @Override
        @SuppressWarnings("unchecked")
        public T current() {
            checkCurrent();
            return ((AsyncStream<T>) source()).current();
        }

        @Override
        public void clear() {
            super.clear();
            condition = null;
        }

        @Override
        String name() {
            return "filter(condition)";
        }
    }

    /**
     * The values of a stream of {@code int} that pass.
     */
    public static final class OfInt extends FilteredStream implements AsyncStream.OfInt {
        private Mapping.@Nullable IntTest<? extends RuntimeException> condition;

        /** An empty slot. */
        public OfInt() {}

        void place(AsyncStream.OfInt of, Mapping.IntTest<? extends RuntimeException> passing) {
            begins(of);
            condition = present(passing);
        }

        @Override
        boolean passes() {
            return condition.map(((AsyncStream.OfInt) source()).currentAsInt());
        }

        @Override
        public int currentAsInt() {
            checkCurrent();
            return ((AsyncStream.OfInt) source()).currentAsInt();
        }

        @Override
        public void clear() {
            super.clear();
            condition = null;
        }

        @Override
        String name() {
            return "filterInt(condition)";
        }
    }

    /**
     * The values of a stream of {@code long} that pass.
     */
    public static final class OfLong extends FilteredStream implements AsyncStream.OfLong {
        private Mapping.@Nullable LongTest<? extends RuntimeException> condition;

        /** An empty slot. */
        public OfLong() {}

        void place(AsyncStream.OfLong of, Mapping.LongTest<? extends RuntimeException> passing) {
            begins(of);
            condition = present(passing);
        }

        @Override
        boolean passes() {
            return condition.map(((AsyncStream.OfLong) source()).currentAsLong());
        }

        @Override
        public long currentAsLong() {
            checkCurrent();
            return ((AsyncStream.OfLong) source()).currentAsLong();
        }

        @Override
        public void clear() {
            super.clear();
            condition = null;
        }

        @Override
        String name() {
            return "filterLong(condition)";
        }
    }

    /**
     * The values of a stream of {@code double} that pass.
     */
    public static final class OfDouble extends FilteredStream implements AsyncStream.OfDouble {
        private Mapping.@Nullable DoubleTest<? extends RuntimeException> condition;

        /** An empty slot. */
        public OfDouble() {}

        void place(AsyncStream.OfDouble of, Mapping.DoubleTest<? extends RuntimeException> passing) {
            begins(of);
            condition = present(passing);
        }

        @Override
        boolean passes() {
            return condition.map(((AsyncStream.OfDouble) source()).currentAsDouble());
        }

        @Override
        public double currentAsDouble() {
            checkCurrent();
            return ((AsyncStream.OfDouble) source()).currentAsDouble();
        }

        @Override
        public void clear() {
            super.clear();
            condition = null;
        }

        @Override
        String name() {
            return "filterDouble(condition)";
        }
    }
}
