// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/** Where the tasks of an executor stand, as text. */
final class TaskDump {
    private TaskDump() {}

    static String of(LiveTasks tasks) {
        StringBuilder dump = new StringBuilder();
        for (TaskRecord record = tasks.oldest(); record != null; record = record.later) {
            dump.append(record.name()).append('[').append(record.index()).append("]: ");
            dump.append(record.where()).append("; polls ").append(record.polls());
            dump.append(", wakes ").append(record.wakes());
            dump.append(", spurious ").append(record.spuriousPolls()).append('\n');
        }
        for (TaskRecord record = tasks.oldest(); record != null; record = record.later) {
            TaskPool<?> pool = record.pool();
            if (pool != null && isFirstOf(pool, record, tasks)) {
                pool.dumpClaims(dump);
            }
        }
        return dump.toString();
    }

    private static boolean isFirstOf(TaskPool<?> pool, TaskRecord record, LiveTasks tasks) {
        TaskRecord first = tasks.oldest();
        while (first.pool() != pool) {
            first = first.later;
        }
        return first == record;
    }
}
