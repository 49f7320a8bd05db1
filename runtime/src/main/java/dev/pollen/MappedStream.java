// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/** The streams of {@link AsyncStream#map map} and its forms, and their slots. */
public abstract class MappedStream extends StreamOperator {
    /** Made by the forms alone. */
    MappedStream() {}

    /** Keeps what the mapping makes of the value that the source has. */
    abstract void map();

    @Override
    final Poll advance(Context cx) {
        if (pollSource(cx) == Poll.PENDING) {
            return Poll.PENDING;
        }
        if (!found()) {
            return ends();
        }
        map();
        return Poll.READY;
    }

    /**
     * What a mapping makes of objects: objects.
     *
     * @param <T> the type of the source's values
     * @param <R> the type of the values
     */
    public static final class ToObj<T extends @Nullable Object, R extends @Nullable Object> extends MappedStream
            implements AsyncStream<R> {
        private @Nullable Mapping<? super T, ? extends R, ? extends RuntimeException> mapping;
        private @Nullable R value;

        /** An empty slot. */
        public ToObj() {}

        void place(AsyncStream<T> of, Mapping<? super T, ? extends R, ? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        @SuppressWarnings("unchecked")
        void map() {
            value = mapping.map(((AsyncStream<T>) source()).current());
        }

        @Override
        public R current() {
            checkCurrent();
            return value;
        }

        @Override
        void forget() {
            value = null;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "map(mapping)";
        }
    }

    /**
     * What a mapping makes of objects: {@code int}.
     *
     * @param <T> the type of the source's values
     */
    public static final class ToInt<T extends @Nullable Object> extends MappedStream implements AsyncStream.OfInt {
        private Mapping.@Nullable ToInt<? super T, ? extends RuntimeException> mapping;
        private int value;

        /** An empty slot. */
        public ToInt() {}

        void place(AsyncStream<T> of, Mapping.ToInt<? super T, ? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        @SuppressWarnings("unchecked")
        void map() {
            value = mapping.map(((AsyncStream<T>) source()).current());
        }

        @Override
        public int currentAsInt() {
            checkCurrent();
            return value;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapToInt(mapping)";
        }
    }

    /**
     * What a mapping makes of objects: {@code long}.
     *
     * @param <T> the type of the source's values
     */
    public static final class ToLong<T extends @Nullable Object> extends MappedStream implements AsyncStream.OfLong {
        private Mapping.@Nullable ToLong<? super T, ? extends RuntimeException> mapping;
        private long value;

        /** An empty slot. */
        public ToLong() {}

        void place(AsyncStream<T> of, Mapping.ToLong<? super T, ? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        @SuppressWarnings("unchecked")
        void map() {
            value = mapping.map(((AsyncStream<T>) source()).current());
        }

        @Override
        public long currentAsLong() {
            checkCurrent();
            return value;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapToLong(mapping)";
        }
    }

    /**
     * What a mapping makes of objects: {@code double}.
     *
     * @param <T> the type of the source's values
     */
    public static final class ToDouble<T extends @Nullable Object> extends MappedStream
            implements AsyncStream.OfDouble {
        private Mapping.@Nullable ToDouble<? super T, ? extends RuntimeException> mapping;
        private double value;

        /** An empty slot. */
        public ToDouble() {}

        void place(AsyncStream<T> of, Mapping.ToDouble<? super T, ? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        @SuppressWarnings("unchecked")
        void map() {
            value = mapping.map(((AsyncStream<T>) source()).current());
        }

        @Override
        public double currentAsDouble() {
            checkCurrent();
            return value;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapToDouble(mapping)";
        }
    }

    /**
     * What a mapping makes of {@code int}: objects.
     *
     * @param <R> the type of the values
     */
    public static final class IntToObj<R extends @Nullable Object> extends MappedStream implements AsyncStream<R> {
        private Mapping.@Nullable IntToObj<? extends R, ? extends RuntimeException> mapping;
        private @Nullable R value;

        /** An empty slot. */
        public IntToObj() {}

        void place(AsyncStream.OfInt of, Mapping.IntToObj<? extends R, ? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        void map() {
            value = mapping.map(((AsyncStream.OfInt) source()).currentAsInt());
        }

        @Override
        public R current() {
            checkCurrent();
            return value;
        }

        @Override
        void forget() {
            value = null;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapToObj(mapping)";
        }
    }

    /**
     * What a mapping makes of {@code int}: {@code int}.
     */
    public static final class OfInt extends MappedStream implements AsyncStream.OfInt {
        private Mapping.@Nullable OfInt<? extends RuntimeException> mapping;
        private int value;

        /** An empty slot. */
        public OfInt() {}

        void place(AsyncStream.OfInt of, Mapping.OfInt<? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        void map() {
            value = mapping.map(((AsyncStream.OfInt) source()).currentAsInt());
        }

        @Override
        public int currentAsInt() {
            checkCurrent();
            return value;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapInt(mapping)";
        }
    }

    /**
     * What a mapping makes of {@code long}: objects.
     *
     * @param <R> the type of the values
     */
    public static final class LongToObj<R extends @Nullable Object> extends MappedStream implements AsyncStream<R> {
        private Mapping.@Nullable LongToObj<? extends R, ? extends RuntimeException> mapping;
        private @Nullable R value;

        /** An empty slot. */
        public LongToObj() {}

        void place(AsyncStream.OfLong of, Mapping.LongToObj<? extends R, ? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        void map() {
            value = mapping.map(((AsyncStream.OfLong) source()).currentAsLong());
        }

        @Override
        public R current() {
            checkCurrent();
            return value;
        }

        @Override
        void forget() {
            value = null;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapToObj(mapping)";
        }
    }

    /**
     * What a mapping makes of {@code long}: {@code long}.
     */
    public static final class OfLong extends MappedStream implements AsyncStream.OfLong {
        private Mapping.@Nullable OfLong<? extends RuntimeException> mapping;
        private long value;

        /** An empty slot. */
        public OfLong() {}

        void place(AsyncStream.OfLong of, Mapping.OfLong<? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        void map() {
            value = mapping.map(((AsyncStream.OfLong) source()).currentAsLong());
        }

        @Override
        public long currentAsLong() {
            checkCurrent();
            return value;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapLong(mapping)";
        }
    }

    /**
     * What a mapping makes of {@code double}: objects.
     *
     * @param <R> the type of the values
     */
    public static final class DoubleToObj<R extends @Nullable Object> extends MappedStream implements AsyncStream<R> {
        private Mapping.@Nullable DoubleToObj<? extends R, ? extends RuntimeException> mapping;
        private @Nullable R value;

        /** An empty slot. */
        public DoubleToObj() {}

        void place(AsyncStream.OfDouble of, Mapping.DoubleToObj<? extends R, ? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        void map() {
            value = mapping.map(((AsyncStream.OfDouble) source()).currentAsDouble());
        }

        @Override
        public R current() {
            checkCurrent();
            return value;
        }

        @Override
        void forget() {
            value = null;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapToObj(mapping)";
        }
    }

    /**
     * What a mapping makes of {@code double}: {@code double}.
     */
    public static final class OfDouble extends MappedStream implements AsyncStream.OfDouble {
        private Mapping.@Nullable OfDouble<? extends RuntimeException> mapping;
        private double value;

        /** An empty slot. */
        public OfDouble() {}

        void place(AsyncStream.OfDouble of, Mapping.OfDouble<? extends RuntimeException> by) {
            begins(of);
            mapping = present(by);
        }

        @Override
        void map() {
            value = mapping.map(((AsyncStream.OfDouble) source()).currentAsDouble());
        }

        @Override
        public double currentAsDouble() {
            checkCurrent();
            return value;
        }

        @Override
        public void clear() {
            super.clear();
            mapping = null;
        }

        @Override
        String name() {
            return "mapDouble(mapping)";
        }
    }
}
