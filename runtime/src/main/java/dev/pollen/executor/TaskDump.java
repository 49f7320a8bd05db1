// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.KnownPools;
import org.jspecify.annotations.Nullable;

/** Where the tasks of an executor stand, as text; on any thread, so the list may change while it is read. */
final class TaskDump implements KnownPools.Visitor {
    private final StringBuilder text = new StringBuilder();
    private final Executor executor;

    private TaskDump(Executor executor) {
        this.executor = executor;
    }

    static String of(Executor executor, LiveTasks tasks, @Nullable TaskHeader polled) {
        TaskDump dump = new TaskDump(executor);
        for (TaskRecord record : tasks.inOrder()) {
            dump.task(record, record.task == polled);
        }
        KnownPools.visit(dump);
        return dump.text.toString();
    }

    private void task(TaskRecord record, boolean isPolled) {
        int length = text.length();
        try {
            text.append(record.name()).append('[').append(record.index()).append("]: ");
            if (isPolled) {
                text.append("running, last ");
            } else if (record.task.local != null || record.task.isRemoteQueued()) {
                text.append("ready, ");
            }
            text.append(record.where()).append("; polls ").append(record.polls());
            text.append(", wakes ").append(record.wakes());
            text.append(", spurious ").append(record.spuriousPolls()).append('\n');
            AwaitDump.append(record.task, text);
        } catch (RuntimeException moved) {
            text.setLength(length);
            text.append(record.name()).append(": ended or moved on while it was looked at\n");
        }
    }

    @Override
    public void pool(Object pool) {
        ((TaskPool<?>) pool).dumpClaims(executor, text);
    }
}
