// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

/**
 * Durations and times in ticks, which are nanoseconds. What is too long for a {@code long} is for ever: nobody waits 292
 * years.
 */
final class Ticks {
    static final long FOREVER = Long.MAX_VALUE;
    static final long PER_MICRO = 1_000;
    static final long PER_MILLI = 1_000_000;

    private Ticks() {}

    /** A wait of {@code count} units; negative ones are refused. */
    static long of(long count, long perUnit) {
        if (count < 0) {
            throw new IllegalArgumentException("a wait cannot be negative, and is ".concat(Long.toString(count)));
        }
        return count > FOREVER / perUnit ? FOREVER : count * perUnit;
    }

    /** The distance between two ticks; it must not be 0 either. */
    static long period(long count, long perUnit) {
        if (count <= 0) {
            throw new IllegalArgumentException("a period must be positive, and is ".concat(Long.toString(count)));
        }
        return of(count, perUnit);
    }

    /** A wait in words, in the largest unit that loses nothing. */
    static String text(long ticks) {
        long left = Math.max(ticks, 0);
        if (left % PER_MILLI == 0) {
            return Long.toString(left / PER_MILLI).concat(" ms");
        }
        return left % PER_MICRO == 0
                ? Long.toString(left / PER_MICRO).concat(" us")
                : Long.toString(left).concat(" ns");
    }

    /** The time that comes {@code ticks}, which are not negative, after {@code now}. */
    static long after(long now, long ticks) {
        long time = now + ticks;
        return time < now ? FOREVER : time;
    }
}
