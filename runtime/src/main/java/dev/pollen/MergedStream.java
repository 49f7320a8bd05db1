// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/** The streams of {@link AsyncStream#merge merge}, and their slots. */
public abstract class MergedStream extends StreamOperator implements Describable {
    /** The second stream; null after the end of both. */
    private @Nullable AsyncStream<?> second;

    private Future.@Nullable OfBoolean waitingForFirst;
    private Future.@Nullable OfBoolean waitingForSecond;

    private boolean firstEnded;
    private boolean secondEnded;

    /** Whether the last value is the second stream's; the next poll starts with the other one. */
    private boolean fromSecond;

    /** Made by the forms alone. */
    MergedStream() {}

    final void begins(AsyncStream<?> a, AsyncStream<?> b) {
        if (b == null || a == b) {
            throw b == null
                    ? new NullPointerException("merge(other) was given null in place of a stream")
                    : new IllegalArgumentException("a stream was merged with itself");
        }
        begins(a);
        second = b;
        waitingForFirst = null;
        waitingForSecond = null;
        firstEnded = false;
        secondEnded = false;
        fromSecond = true;
    }

    @Override
    final Poll advance(Context cx) {
        boolean startsWithFirst = fromSecond;
        if (startsWithFirst ? firstGives(cx) || secondGives(cx) : secondGives(cx) || firstGives(cx)) {
            return Poll.READY;
        }
        return firstEnded && secondEnded ? ends() : Poll.PENDING;
    }

    private boolean firstGives(Context cx) {
        if (firstEnded) {
            return false;
        }
        if (waitingForFirst == null) {
            waitingForFirst = source().next();
        }
        Future.OfBoolean next = waitingForFirst;
        if (next.poll(cx) == Poll.PENDING) {
            return false;
        }
        waitingForFirst = null;
        firstEnded = !next.getAsBoolean();
        fromSecond = false;
        return !firstEnded;
    }

    private boolean secondGives(Context cx) {
        if (secondEnded) {
            return false;
        }
        if (waitingForSecond == null) {
            waitingForSecond = second.next();
        }
        Future.OfBoolean next = waitingForSecond;
        if (next.poll(cx) == Poll.PENDING) {
            return false;
        }
        waitingForSecond = null;
        secondEnded = !next.getAsBoolean();
        fromSecond = true;
        return !secondEnded;
    }

    /** The stream whose value is the current one. */
    final AsyncStream<?> giver() {
        return fromSecond ? second : source();
    }

    @Override
    final void cancelSources() {
        AsyncStream<?> b = second;
        try {
            super.cancelSources();
        } finally {
            if (b != null) {
                b.cancel();
            }
        }
    }

    @Override
    public final @Nullable Future<?> child(int at) {
        Future<?> first = waitingForFirst;
        return first == null ? waitingForSecond : first;
    }

    @Override
    public final void describeWait(WaitDescription to) {
        to.child(waitingForFirst);
        to.child(waitingForSecond);
    }

    @Override
    public final void clear() {
        super.clear();
        second = null;
        waitingForFirst = null;
        waitingForSecond = null;
    }

    @Override
    final String name() {
        return "merge(other)";
    }

    /**
     * The values of two streams of objects, as they come.
     *
     * @param <T> the type of the values
     */
    public static final class OfObj<T extends @Nullable Object> extends MergedStream implements AsyncStream<T> {
        /** An empty slot. */
        public OfObj() {}

        void place(AsyncStream<T> of, AsyncStream<? extends T> other) {
            begins(of, other);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T current() {
            checkCurrent();
            return ((AsyncStream<T>) giver()).current();
        }
    }

    /**
     * The values of two streams of {@code int}, as they come.
     */
    public static final class OfInt extends MergedStream implements AsyncStream.OfInt {
        /** An empty slot. */
        public OfInt() {}

        void place(AsyncStream.OfInt of, AsyncStream.OfInt other) {
            begins(of, other);
        }

        @Override
        public int currentAsInt() {
            checkCurrent();
            return ((AsyncStream.OfInt) giver()).currentAsInt();
        }
    }

    /**
     * The values of two streams of {@code long}, as they come.
     */
    public static final class OfLong extends MergedStream implements AsyncStream.OfLong {
        /** An empty slot. */
        public OfLong() {}

        void place(AsyncStream.OfLong of, AsyncStream.OfLong other) {
            begins(of, other);
        }

        @Override
        public long currentAsLong() {
            checkCurrent();
            return ((AsyncStream.OfLong) giver()).currentAsLong();
        }
    }

    /**
     * The values of two streams of {@code double}, as they come.
     */
    public static final class OfDouble extends MergedStream implements AsyncStream.OfDouble {
        /** An empty slot. */
        public OfDouble() {}

        void place(AsyncStream.OfDouble of, AsyncStream.OfDouble other) {
            begins(of, other);
        }

        @Override
        public double currentAsDouble() {
            checkCurrent();
            return ((AsyncStream.OfDouble) giver()).currentAsDouble();
        }
    }
}
