// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/**
 * Told of what an executor does, as it does it: for a profiler, a recorder, a test.
 *
 * <pre>{@code
 * Executor executor = Executor.builder()
 *         .trace(new Trace() {
 *             @Override
 *             public void taskExecBegin(Executor on, TaskRecord task) {
 *                 print("polling " + task.name());
 *             }
 *         })
 *         .build();
 * }</pre>
 *
 * <p>All methods are called on the executor's thread. A run of a task tells, in this order: {@link #taskNew}, {@link
 * #taskReadyBegin}, {@link #pollStart}, {@link #taskExecBegin}, {@link #taskExecEnd}, {@link #executorIdle}; {@link
 * #taskEnd} comes before the last {@link #taskExecEnd}. They must not throw, block, wake or spawn; what they allocate is
 * their own affair. Without a trace the executor pays one test of a flag for it.
 */
public interface Trace {
    /**
     * The executor begins a round.
     *
     * @param executor the executor
     */
    default void pollStart(Executor executor) {}

    /**
     * A spawned task has arrived at the executor.
     *
     * @param executor the executor
     * @param task the task's slot
     */
    default void taskNew(Executor executor, TaskRecord task) {}

    /**
     * A task has returned, thrown or was cancelled; its slot is about to be free.
     *
     * @param executor the executor
     * @param task the task's slot
     */
    default void taskEnd(Executor executor, TaskRecord task) {}

    /**
     * A task is about to be polled, or to be unwound because it was aborted.
     *
     * @param executor the executor
     * @param task the task's slot
     */
    default void taskExecBegin(Executor executor, TaskRecord task) {}

    /**
     * The poll is over.
     *
     * @param executor the executor
     * @param task the task's slot
     */
    default void taskExecEnd(Executor executor, TaskRecord task) {}

    /**
     * A task was queued to be polled. A wake from another thread is seen when the executor takes it over.
     *
     * @param executor the executor
     * @param task the task's slot
     */
    default void taskReadyBegin(Executor executor, TaskRecord task) {}

    /**
     * No task is ready: the executor is about to sleep, or returns to whoever drives it.
     *
     * @param executor the executor
     */
    default void executorIdle(Executor executor) {}
}
