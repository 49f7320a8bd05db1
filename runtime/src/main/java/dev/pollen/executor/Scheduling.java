// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/**
 * Which of several ready tasks an executor polls first.
 *
 * <pre>{@code
 * Executor executor = Executor.builder().scheduling(Scheduling.PRIORITY).build();
 * }</pre>
 */
public enum Scheduling {
    /** First woken, first polled. A task that is woken during a round runs in the next one. The cheapest. */
    FIFO,

    /**
     * Highest {@linkplain TaskRecord#setPriority priority} first, first woken first within a level. A task that is woken
     * during a round may run in it, before others of a lower level: these starve while higher ones are always ready.
     */
    PRIORITY,

    /**
     * Earliest {@linkplain TaskRecord#setDeadline deadline} first, first woken first among equal ones, tasks without a
     * deadline last. A task that is woken during a round may run in it.
     */
    DEADLINE
}
