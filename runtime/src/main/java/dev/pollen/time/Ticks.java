// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

/**
 * Times and durations in ticks, which are nanoseconds: arithmetic that fails instead of running over.
 *
 * <pre>{@code
 * long end = Ticks.plus(Executor.current().clock().now(), Ticks.ofMillis(30)); // for all that follows
 * try {
 *     print(await(Timeout.at(sensor.read(), end)) + await(Timeout.at(sensor.read(), end)));
 * } catch (TimeoutException e) {
 *     print("30 ms are over");
 * }
 * }</pre>
 *
 * <p>The factories of timers take what is too long for a {@code long} as for ever: nobody waits 292 years. Where a sum must
 * be right, for a deadline that is computed, it is added here.
 *
 * <p><b>Cancel safety, threading, allocation.</b> Numbers: nothing waits, nothing is shared, nothing is made.
 *
 * <p><b>Errors.</b> {@link ArithmeticException} where the result does not fit; {@link IllegalArgumentException} for a
 * frequency that is not positive and a wait that is negative.
 */
public final class Ticks {
    /** The time that never comes, and the wait that never ends. */
    public static final long FOREVER = Long.MAX_VALUE;

    /** Ticks of a microsecond. */
    public static final long PER_MICRO = 1_000;

    /** Ticks of a millisecond. */
    public static final long PER_MILLI = 1_000_000;

    /** Ticks of a second. */
    public static final long PER_SECOND = 1_000_000_000;

    private Ticks() {}

    /**
     * A duration.
     *
     * @param seconds its length
     * @return the same in ticks
     * @throws ArithmeticException if it does not fit
     */
    public static long ofSeconds(long seconds) {
        return Math.multiplyExact(seconds, PER_SECOND);
    }

    /**
     * A duration.
     *
     * @param millis its length
     * @return the same in ticks
     * @throws ArithmeticException if it does not fit
     */
    public static long ofMillis(long millis) {
        return Math.multiplyExact(millis, PER_MILLI);
    }

    /**
     * A duration.
     *
     * @param micros its length
     * @return the same in ticks
     * @throws ArithmeticException if it does not fit
     */
    public static long ofMicros(long micros) {
        return Math.multiplyExact(micros, PER_MICRO);
    }

    /**
     * The period of a frequency, to the nearest tick.
     *
     * @param hertz the frequency
     * @return the period in ticks, at least 1
     * @throws IllegalArgumentException if the frequency is not positive
     */
    public static long ofHertz(long hertz) {
        if (hertz <= 0) {
            throw new IllegalArgumentException("a frequency must be positive, and is ".concat(Long.toString(hertz)));
        }
        return Math.max(1, PER_SECOND / hertz + (PER_SECOND % hertz >= hertz - PER_SECOND % hertz ? 1 : 0));
    }

    /**
     * A time after another one.
     *
     * @param instant the time before
     * @param ticks how much later
     * @return the sum
     * @throws ArithmeticException if it does not fit
     */
    public static long plus(long instant, long ticks) {
        return Math.addExact(instant, ticks);
    }

    /**
     * How long after one time another one comes.
     *
     * @param earlier the one
     * @param later the other
     * @return the difference; negative if they are the other way round
     * @throws ArithmeticException if it does not fit
     */
    public static long between(long earlier, long later) {
        return Math.subtractExact(later, earlier);
    }

    /**
     * A time after another one, or {@link #FOREVER} where the sum does not fit.
     *
     * @param instant the time before
     * @param ticks how much later; not negative
     * @return the sum
     * @throws IllegalArgumentException if {@code ticks} is negative
     */
    public static long plusSaturating(long instant, long ticks) {
        return after(instant, of(ticks, 1));
    }

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

    /** A wait in words: in the largest unit that loses nothing, or rounded to one of which it has ten and more. */
    static String text(long ticks) {
        long left = Math.max(ticks, 0);
        if (left % PER_MILLI == 0 || left >= 10 * PER_MILLI) {
            return Long.toString(rounded(left, PER_MILLI)).concat(" ms");
        }
        return left % PER_MICRO == 0 || left >= 10 * PER_MICRO
                ? Long.toString(rounded(left, PER_MICRO)).concat(" us")
                : Long.toString(left).concat(" ns");
    }

    private static long rounded(long ticks, long perUnit) {
        return ticks / perUnit + (ticks % perUnit >= perUnit / 2 ? 1 : 0);
    }

    /** The time that comes {@code ticks}, which are not negative, after {@code now}. */
    static long after(long now, long ticks) {
        long time = now + ticks;
        return time < now ? FOREVER : time;
    }
}
