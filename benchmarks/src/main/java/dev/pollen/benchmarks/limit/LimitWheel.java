// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/**
 * A hierarchical timing wheel: levels of 64 slots, each level 64 times as coarse as the one below, and a bit for each slot
 * that is not empty (Varghese and Lauck, "Hashed and hierarchical timing wheels", 1987).
 */
public final class LimitWheel implements LimitTimers {
    private static final int BITS = 6;
    private static final int LEVELS = 10;

    private final LimitSleep[][] slots = new LimitSleep[LEVELS][1 << BITS];
    private final long[] occupied = new long[LEVELS];
    private long now;

    /** An empty wheel at time 0. */
    public LimitWheel() {}

    /**
     * The time.
     *
     * @return nanoseconds
     */
    public long now() {
        return now;
    }

    @Override
    public void add(LimitSleep sleep) {
        long differing = (sleep.deadline ^ now) | 1;
        int level = (63 - Long.numberOfLeadingZeros(differing)) / BITS;
        int slot = (int) (sleep.deadline >>> (level * BITS)) & 63;
        sleep.later = slots[level][slot];
        slots[level][slot] = sleep;
        occupied[level] |= 1L << slot;
    }

    @Override
    public boolean advance() {
        for (int level = 0; level < LEVELS; level++) {
            int current = (int) (now >>> (level * BITS)) & 63;
            long ahead = occupied[level] & (-1L << current);
            if (ahead == 0) {
                continue;
            }
            int slot = Long.numberOfTrailingZeros(ahead);
            long span = 1L << (level * BITS);
            now = (now & -(span << BITS)) | slot * span;
            LimitSleep sleep = slots[level][slot];
            slots[level][slot] = null;
            occupied[level] &= ~(1L << slot);
            while (sleep != null) {
                LimitSleep following = sleep.later;
                sleep.later = null;
                if (sleep.deadline <= now) {
                    sleep.wake();
                } else {
                    add(sleep);
                }
                sleep = following;
            }
            return true;
        }
        return false;
    }
}
