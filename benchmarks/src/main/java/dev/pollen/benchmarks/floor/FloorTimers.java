// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/**
 * Sleeping tasks in virtual time: first deadline first, those with the same one in the order in which they began to sleep, and
 * any of them can be taken out.
 */
public abstract class FloorTimers {
    /** The time. */
    protected long now;

    FloorTimers() {}

    /**
     * The time.
     *
     * @return nanoseconds
     */
    public final long now() {
        return now;
    }

    /** Adds a task that sleeps now. */
    abstract void add(FloorSleep sleep);

    /** Takes out a task that sleeps. */
    abstract void remove(FloorSleep sleep);

    /** Wakes what is due. */
    abstract void wakeDue();

    /** Moves the time to the next deadline; whether there is one. */
    abstract boolean advance();
}
