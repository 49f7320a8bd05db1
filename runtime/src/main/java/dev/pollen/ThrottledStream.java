// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import dev.pollen.time.Timer;
import org.jspecify.annotations.Nullable;

/** The streams of {@link AsyncStream#throttle throttle}, and their slots. */
public abstract class ThrottledStream extends StreamOperator {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Timer pause = new Timer();
    private long pauseNanos;

    /** Whether the pause behind the last value is not over. */
    private boolean pausing;

    /** Made by the forms alone. */
    ThrottledStream() {}

    final void begins(AsyncStream<?> of, long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("throttle(millis) waits no less than 0: ".concat(Long.toString(millis)));
        }
        begins(of);
        pauseNanos = millis > Long.MAX_VALUE / NANOS_PER_MILLI ? Long.MAX_VALUE : millis * NANOS_PER_MILLI;
        pausing = false;
    }

    @Override
    final Poll advance(Context cx) {
        if (pausing) {
            if (pause.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            pausing = false;
        }
        if (pollSource(cx) == Poll.PENDING) {
            return Poll.PENDING;
        }
        if (!found()) {
            return ends();
        }
        Timer.afterNanos$in(pauseNanos, pause);
        pausing = true;
        return Poll.READY;
    }

    @Override
    final void cancelSources() {
        pause.cancel();
        super.cancelSources();
    }

    @Override
    public final @Nullable Future<?> child(int at) {
        return pausing ? pause : super.child(at);
    }

    @Override
    final String name() {
        return "throttle(millis)";
    }

    /**
     * The values of a stream of objects, with pauses in between.
     *
     * @param <T> the type of the values
     */
    public static final class OfObj<T extends @Nullable Object> extends ThrottledStream implements AsyncStream<T> {
        /** An empty slot. */
        public OfObj() {}

        void place(AsyncStream<T> of, long millis) {
            begins(of, millis);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T current() {
            checkCurrent();
            return ((AsyncStream<T>) source()).current();
        }
    }

    /**
     * The values of a stream of {@code int}, with pauses in between.
     */
    public static final class OfInt extends ThrottledStream implements AsyncStream.OfInt {
        /** An empty slot. */
        public OfInt() {}

        void place(AsyncStream.OfInt of, long millis) {
            begins(of, millis);
        }

        @Override
        public int currentAsInt() {
            checkCurrent();
            return ((AsyncStream.OfInt) source()).currentAsInt();
        }
    }

    /**
     * The values of a stream of {@code long}, with pauses in between.
     */
    public static final class OfLong extends ThrottledStream implements AsyncStream.OfLong {
        /** An empty slot. */
        public OfLong() {}

        void place(AsyncStream.OfLong of, long millis) {
            begins(of, millis);
        }

        @Override
        public long currentAsLong() {
            checkCurrent();
            return ((AsyncStream.OfLong) source()).currentAsLong();
        }
    }

    /**
     * The values of a stream of {@code double}, with pauses in between.
     */
    public static final class OfDouble extends ThrottledStream implements AsyncStream.OfDouble {
        /** An empty slot. */
        public OfDouble() {}

        void place(AsyncStream.OfDouble of, long millis) {
            begins(of, millis);
        }

        @Override
        public double currentAsDouble() {
            checkCurrent();
            return ((AsyncStream.OfDouble) source()).currentAsDouble();
        }
    }
}
