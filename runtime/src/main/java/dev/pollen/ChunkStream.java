// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/** The streams of {@link AsyncStream#chunks chunks}, and their slots. */
public abstract class ChunkStream extends StreamOperator implements AsyncStream.OfInt {
    private int capacity;
    private int filled;

    /** Whether the source has ended, and the rest was given. */
    private boolean last;

    /** Made by the forms alone. */
    ChunkStream() {}

    final void begins(AsyncStream<?> of, int length) {
        if (length == 0) {
            throw new IllegalArgumentException("chunks(buffer) was given a buffer without room");
        }
        begins(of);
        capacity = length;
        filled = 0;
        last = false;
    }

    /** Puts the value that the source has into the buffer. */
    abstract void store(int index);

    @Override
    final Poll advance(Context cx) {
        if (last) {
            return ends();
        }
        if (filled == capacity) {
            filled = 0;
        }
        while (filled < capacity) {
            if (pollSource(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            if (!found()) {
                last = true;
                return filled > 0 ? Poll.READY : ends();
            }
            store(filled);
            filled++;
        }
        return Poll.READY;
    }

    @Override
    public final int currentAsInt() {
        checkCurrent();
        return filled;
    }

    @Override
    final String name() {
        return "chunks(buffer)";
    }

    /**
     * The values of a stream of objects in a buffer.
     *
     * @param <T> the type of the values
     */
    public static final class OfObj<T extends @Nullable Object> extends ChunkStream {
        private T @Nullable [] buffer;

        /** An empty slot. */
        public OfObj() {}

        void place(AsyncStream<T> of, T[] into) {
            begins(of, present(into).length);
            buffer = into;
        }

        @Override
        @SuppressWarnings("unchecked")
        void store(int index) {
            buffer[index] = ((AsyncStream<T>) source()).current();
        }

        @Override
        public void clear() {
            super.clear();
            buffer = null;
        }
    }

    /**
     * The values of a stream of {@code int} in a buffer.
     */
    public static final class OfInt extends ChunkStream {
        private int @Nullable [] buffer;

        /** An empty slot. */
        public OfInt() {}

        void place(AsyncStream.OfInt of, int[] into) {
            begins(of, present(into).length);
            buffer = into;
        }

        @Override
        void store(int index) {
            buffer[index] = ((AsyncStream.OfInt) source()).currentAsInt();
        }

        @Override
        public void clear() {
            super.clear();
            buffer = null;
        }
    }

    /**
     * The values of a stream of {@code long} in a buffer.
     */
    public static final class OfLong extends ChunkStream {
        private long @Nullable [] buffer;

        /** An empty slot. */
        public OfLong() {}

        void place(AsyncStream.OfLong of, long[] into) {
            begins(of, present(into).length);
            buffer = into;
        }

        @Override
        void store(int index) {
            buffer[index] = ((AsyncStream.OfLong) source()).currentAsLong();
        }

        @Override
        public void clear() {
            super.clear();
            buffer = null;
        }
    }

    /**
     * The values of a stream of {@code double} in a buffer.
     */
    public static final class OfDouble extends ChunkStream {
        private double @Nullable [] buffer;

        /** An empty slot. */
        public OfDouble() {}

        void place(AsyncStream.OfDouble of, double[] into) {
            begins(of, present(into).length);
            buffer = into;
        }

        @Override
        void store(int index) {
            buffer[index] = ((AsyncStream.OfDouble) source()).currentAsDouble();
        }

        @Override
        public void clear() {
            super.clear();
            buffer = null;
        }
    }
}
