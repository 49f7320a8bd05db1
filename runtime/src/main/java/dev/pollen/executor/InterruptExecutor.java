// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.ExecutorThread;

/**
 * An executor on a thread of its own with a priority of its own: its tasks preempt those of executors on threads of lower
 * priority, as far as the machine heeds thread priorities. Where there are interrupts it runs in one.
 *
 * <pre>{@code
 * try (InterruptExecutor motor = InterruptExecutor.start(Executor.builder(), Thread.MAX_PRIORITY)) {
 *     blockOn(motor.spawner().submit(hello("motor"))); // preempts tasks of executors of lower priority
 * }
 * }</pre>
 *
 * <p>It goes on when no task is left, until it is closed; the thread alone does not keep the program alive.
 *
 * <p><b>Cancel safety.</b> {@link #close} cancels what is left, each task to its end, before it returns.
 *
 * <p><b>Threading.</b> All methods may be called from any thread. Its tasks are spawned and woken from other threads;
 * what they share with tasks of other executors must be safe between threads ({@code X.of}, not {@code X.local}).
 *
 * <p><b>Allocation.</b> The executor and its thread; nothing while it runs.
 *
 * <p><b>Errors.</b> As those of an {@link Executor}.
 */
public final class InterruptExecutor implements AutoCloseable {
    private final Executor executor;
    private final ExecutorThread thread;

    private InterruptExecutor(Executor executor, int priority) {
        this.executor = executor;
        thread = ExecutorThread.start(executor.toString(), priority, new Service(executor));
    }

    /**
     * Builds an executor and starts its thread.
     *
     * @param settings the executor's settings; its name is the thread's name too
     * @param priority the priority of the thread, from {@link Thread#MIN_PRIORITY} to {@link Thread#MAX_PRIORITY}
     * @return the executor, which waits for tasks
     * @throws IllegalArgumentException if there is no such priority
     */
    public static InterruptExecutor start(Executor.Builder settings, int priority) {
        if (priority < Thread.MIN_PRIORITY || priority > Thread.MAX_PRIORITY) {
            throw new IllegalArgumentException(
                    "the priority of a thread is from 1 to 10, and is ".concat(Integer.toString(priority)));
        }
        return new InterruptExecutor(settings.build(), priority);
    }

    /**
     * What starts tasks here, from any thread.
     *
     * @return the executor's spawner
     */
    public Spawner spawner() {
        return executor.spawner();
    }

    /**
     * The executor that runs on the thread.
     *
     * @return the executor, for its counters and its dump; do not drive it
     */
    public Executor executor() {
        return executor;
    }

    /**
     * Cancels the tasks, ends the thread, and returns when it has ended; called by one of its own tasks it returns at
     * once, and the thread ends after that task's poll. It blocks its caller until then, so a task of another executor
     * leaves it to an ordinary thread; an interrupt meanwhile is kept for later.
     */
    @Override
    public void close() {
        executor.stop();
        thread.join();
    }

    private static final class Service implements Runnable {
        private final Executor executor;

        Service(Executor executor) {
            this.executor = executor;
        }

        @Override
        public void run() {
            try {
                executor.serve();
            } finally {
                executor.close();
            }
        }
    }
}
