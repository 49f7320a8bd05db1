// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A task that sleeps once. */
public final class LimitSleep extends LimitTask {
    private final LimitTimers timers;

    /** When the task is woken, in nanoseconds. */
    long deadline;

    LimitSleep later;

    /**
     * Makes a task.
     *
     * @param timers where it waits
     */
    public LimitSleep(LimitTimers timers) {
        this.timers = timers;
    }

    /**
     * Sets when the task is woken.
     *
     * @param nanos the time
     */
    public void set(long nanos) {
        deadline = nanos;
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
        return true;
    }
}
