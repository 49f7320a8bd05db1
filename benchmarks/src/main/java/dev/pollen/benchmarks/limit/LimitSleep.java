// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A task that sleeps once. */
public final class LimitSleep extends LimitTask {
    private final LimitTimers timers;
    private final LimitSleeps pool;

    /** When the task is woken, in nanoseconds. */
    long deadline;

    LimitSleep later;
    LimitSleep nextFree;

    LimitSleep(LimitTimers timers, LimitSleeps pool) {
        this.timers = timers;
        this.pool = pool;
    }

    /**
     * Whether the task has slept.
     *
     * @return true after its deadline
     */
    public boolean hasEnded() {
        return state == -1;
    }

    @Override
    protected boolean poll() {
        if (state == 0) {
            state = 1;
            timers.add(this);
            return false;
        }
        state = -1;
        pool.release(this);
        return true;
    }
}
