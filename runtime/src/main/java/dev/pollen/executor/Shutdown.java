// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/**
 * The end of an executor's tasks: asked for by {@code stop} from any thread, done by whoever is inside; or by {@code
 * close}, for good.
 */
final class Shutdown {
    private static final String STOPPING =
            "its executor is stopping: spawn it when the executor runs again, or on another";
    private static final String CLOSED = "its executor is closed: spawn it on one that is open";

    private final LiveTasks tasks;
    private final RunQueue queue;
    private final TaskPolling polling;
    private volatile boolean closed;

    Shutdown(LiveTasks tasks, RunQueue queue, TaskPolling polling) {
        this.tasks = tasks;
        this.queue = queue;
        this.polling = polling;
    }

    boolean isStopping() {
        return polling.isInterrupted();
    }

    boolean isClosed() {
        return closed;
    }

    /** Cancels those that are left when it is their turn. What other threads have spawned meanwhile is not among them. */
    private void cancel(TaskRecord[] all, boolean background) {
        long last = all[all.length - 1].admission;
        for (TaskRecord next : all) {
            if (next.isAdmitted() && next.admission <= last && next.background == background) {
                queue.discard();
                polling.cancel(next.task);
            }
        }
    }

    /** Says that the tasks are to be cancelled soon. From any thread. */
    void request() {
        polling.interrupt(true);
        queue.pend();
    }

    /** Has the next run end at once: an executor that has never run was stopped. */
    void remember() {
        polling.interrupt(true);
    }

    /** No task will ever run here again. */
    void close() {
        closed = true;
        cancelAll();
    }

    void cancelIfRequested() {
        if (isStopping()) {
            cancelAll();
        }
    }

    /** At the end of a run, which waits for no task in the background. */
    void cancelAfterRun() {
        if (isStopping() || !tasks.isEmpty()) {
            cancelAll();
        }
    }

    /**
     * Unwinds all tasks, oldest first, those in the background last: they drain what the others say in the end. Those that
     * clean-up code spawns are refused meanwhile.
     */
    void cancelAll() {
        queue.refuse(closed ? CLOSED : STOPPING);
        queue.takeOver();
        while (!tasks.areInBackground()) {
            cancel(tasks.inOrder(), false);
        }
        while (!tasks.isEmpty()) {
            cancel(tasks.inOrder(), true);
        }
        queue.discard();
        polling.interrupt(false);
        if (!closed) {
            queue.refuse(null);
        }
    }
}
