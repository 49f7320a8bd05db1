// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/**
 * Makes a task run again. A task's waker is the header of its own frame: taking and keeping one allocates nothing.
 */
public interface Waker {
    /**
     * Has the task polled once more, soon.
     *
     * <p>May be called from any thread, any number of times, before, during and after a poll and after the task has
     * ended; no wake is lost, and any number of wakes before a poll make one poll. It returns at once, runs no code of
     * the task, allocates nothing and throws nothing.
     */
    void wake();
}
