// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** Tasks that sleep, all made at once: a list of those that are free. */
public final class LimitSleeps {
    private LimitSleep free;

    /**
     * Makes the tasks.
     *
     * @param size how many
     * @param timers where they wait
     */
    public LimitSleeps(int size, LimitTimers timers) {
        for (int i = 0; i < size; i++) {
            release(new LimitSleep(timers, this));
        }
    }

    /**
     * Takes a free task, to be spawned.
     *
     * @param deadline when it is woken, in nanoseconds
     * @return the task
     */
    public LimitSleep claim(long deadline) {
        LimitSleep task = free;
        free = task.nextFree;
        task.deadline = deadline;
        return task;
    }

    void release(LimitSleep task) {
        task.nextFree = free;
        free = task;
    }
}
