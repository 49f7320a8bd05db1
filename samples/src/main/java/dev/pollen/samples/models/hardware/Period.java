// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

/** The times at which cycles begin, for models that reckon them by hand: multiples of a period, without drift. */
public final class Period {
    private Period() {}

    /**
     * The time after one that has come: a period later. Where more than one has passed meanwhile, the latest of them, so
     * that one late cycle stands for all that were missed.
     *
     * @param due the time that has come, in nanoseconds
     * @param now the time now
     * @return the next time, which may have passed
     */
    public static long next(long due, long now) {
        long following = due + Bench.PERIOD;
        long missed = Math.max(0, now - following) / Bench.PERIOD;
        return following + missed * Bench.PERIOD;
    }
}
