// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import java.time.Duration;

/** The {@code java.time} form of a duration, for the overloads that take it. */
public final class Durations {
    private static final long PER_SECOND = 1_000_000_000;

    private Durations() {}

    /**
     * A duration in nanoseconds.
     *
     * @param duration the duration
     * @return its nanoseconds; {@code Long.MAX_VALUE} for more than 292 years, a negative number for a negative one
     */
    public static long nanos(Duration duration) {
        long seconds = duration.getSeconds();
        if (seconds < 0) {
            return Math.max(seconds, Long.MIN_VALUE / PER_SECOND) * PER_SECOND + duration.getNano();
        }
        if (seconds >= Long.MAX_VALUE / PER_SECOND) {
            return Long.MAX_VALUE;
        }
        return seconds * PER_SECOND + duration.getNano();
    }
}
