// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Task;

/**
 * Tasks that nobody expects to end, as daemon threads are: what drains a log, and in tests what runs for ever beside that
 * which is waited for. {@link Executor#run} cancels them when nothing else is left. The mark belongs to one run of a slot.
 */
public final class BackgroundTasks {
    private BackgroundTasks() {}

    /**
     * Starts a task in the background.
     *
     * @param spawner where to
     * @param t what the call of an {@code @AsyncTask} method gave
     * @throws SpawnException as {@link Spawner#spawn} does
     */
    public static void spawn(Spawner spawner, Task<?> t) {
        TaskHeader slot = t;
        TaskRecord record = slot.record;
        if (record != null && record.stage == TaskRecord.CLAIMED) {
            record.background = true;
        }
        spawner.spawn(t);
    }

    /**
     * Whether only background tasks are left. On the executor's thread, or while it does not run.
     *
     * @param executor the executor
     * @return true also if no task is left at all
     */
    public static boolean areAlone(Executor executor) {
        return executor.hasBackgroundTasksOnly();
    }
}
