// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** Where sleeping tasks wait, in virtual time. */
public interface LimitTimers {
    /**
     * Adds a task.
     *
     * @param sleep a task with a deadline
     */
    void add(LimitSleep sleep);

    /**
     * Moves the time to the next deadline and wakes what is due then.
     *
     * @return whether anything was
     */
    boolean advance();
}
