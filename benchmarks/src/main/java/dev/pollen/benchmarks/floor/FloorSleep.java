// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/** A task that sleeps once. */
public class FloorSleep extends FloorTask {
    /** The place of a task that does not sleep. */
    static final int AWAKE = -1;

    private final FloorTimers timers;

    /** When the task is woken. */
    long deadline;

    /** Its number among the sleeps, for those with the same deadline. */
    long added;

    /** Its place among those that sleep. */
    int at = AWAKE;

    /** Its neighbours in a wheel's slot. */
    FloorSleep later;

    FloorSleep earlier;

    /**
     * Makes a slot.
     *
     * @param pool its pool
     * @param index its place there
     * @param timers where it sleeps
     */
    public FloorSleep(FloorPool<?> pool, int index, FloorTimers timers) {
        super(pool, index);
        this.timers = timers;
    }

    /**
     * Sets how long the task sleeps.
     *
     * @param nanos from its first poll on
     * @return this
     */
    public FloorSleep set(long nanos) {
        deadline = nanos;
        return this;
    }

    @Override
    protected boolean poll(FloorExecutor cx) {
        if (state == 0) {
            deadline += timers.now();
            state = 1;
            if (deadline > timers.now()) {
                timers.add(this);
                cx.waker();
                return false;
            }
        } else if (state != 1) {
            checkPollable();
        } else if (at != AWAKE) {
            cx.waker();
            return false;
        }
        if (!cx.spend()) {
            cx.pollAgain();
            return false;
        }
        state = OVER;
        return true;
    }

    @Override
    protected void unwind() {
        if (at != AWAKE) {
            timers.remove(this);
        }
    }
}
