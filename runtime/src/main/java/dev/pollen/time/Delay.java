// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import dev.pollen.executor.Executor;

/**
 * Waits that hold the thread: for the microseconds that a chip wants between two writes, which are too short to be worth
 * an await. For longer ones there is {@link Timer}.
 *
 * <pre>{@code
 * print("strobe high");
 * Delay.blockForMicros(2); // too short to be worth an await
 * print("strobe low");
 * }</pre>
 *
 * <p>On an executor's thread its clock measures, and a {@link VirtualClock} is moved instead of being waited for;
 * elsewhere the machine's. No other task runs meanwhile.
 *
 * <p><b>Cancel safety.</b> Nothing can be cancelled while the thread is held.
 *
 * <p><b>Threading.</b> Any thread, which it holds.
 *
 * <p><b>Allocation.</b> None.
 *
 * <p><b>Errors.</b> {@link IllegalArgumentException} for a wait that would never end.
 */
public final class Delay {
    private Delay() {}

    /**
     * Holds the thread.
     *
     * @param ns nanoseconds, at least that long
     * @throws IllegalArgumentException if {@code ns} is negative
     */
    public static void blockForNanos(long ns) {
        block(Ticks.of(ns, 1));
    }

    /**
     * Holds the thread.
     *
     * @param us microseconds, at least that long
     * @throws IllegalArgumentException if {@code us} is negative
     */
    public static void blockForMicros(long us) {
        block(Ticks.of(us, Ticks.PER_MICRO));
    }

    /**
     * Holds the thread.
     *
     * @param ms milliseconds, at least that long
     * @throws IllegalArgumentException if {@code ms} is negative
     */
    public static void blockForMillis(long ms) {
        block(Ticks.of(ms, Ticks.PER_MILLI));
    }

    private static void block(long ticks) {
        if (ticks == Ticks.FOREVER) {
            throw new IllegalArgumentException("a wait of 292 years would hold the thread for ever: await a Timer");
        }
        block(ticks, clock());
    }

    /** What measures here: the clock of the executor whose thread this is, else the machine's. */
    static Clock clock() {
        Executor executor = Executor.current();
        return executor == null ? Clock.monotonic() : executor.clock();
    }

    /** Holds the thread until a clock says that the time is over. */
    static void block(long ticks, Clock clock) {
        if (clock instanceof VirtualClock virtual) {
            virtual.advance(ticks);
            return;
        }
        long begin = clock.now();
        while (clock.now() - begin < ticks) {
            Thread.onSpinWait();
        }
    }
}
