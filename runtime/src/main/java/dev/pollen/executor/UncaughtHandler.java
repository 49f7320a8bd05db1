// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/**
 * Told of what went wrong in a task and nobody caught. The executor goes on in any case.
 *
 * <pre>{@code
 * Executor executor = Executor.builder()
 *         .uncaught((task, failure) -> print(task + ": " + failure.getMessage()))
 *         .build();
 * }</pre>
 */
@FunctionalInterface
public interface UncaughtHandler {
    /**
     * A task has thrown and no join handle takes it, or a task is lost, or cancelled code did not end. Called on the
     * executor's thread, between two polls or from inside the poll where it happened; it must not run the executor. What
     * it throws is printed to stderr.
     *
     * @param task the name of the task; that of the executor where there is no task
     * @param thrown what happened
     */
    void uncaught(String task, Throwable thrown);
}
