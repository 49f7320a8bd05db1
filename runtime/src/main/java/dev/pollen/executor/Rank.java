// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import org.jspecify.annotations.Nullable;

/**
 * What decides when a task is polled on an executor that orders its ready tasks, and the task's node in that order. Made
 * once for a slot: when its priority or deadline is first set, or when it first runs on such an executor.
 */
final class Rank {
    final TaskRecord record;
    int priority;
    long deadline = TaskRecord.NO_DEADLINE;

    /** Counts the wakes of an executor, for those that are equal otherwise. */
    long turn;

    /** Neighbours in a {@link ReadyOrder}; what they mean is its own affair. */
    @Nullable
    Rank previous;

    @Nullable
    Rank next;

    @Nullable
    Rank child;

    Rank(TaskRecord record) {
        this.record = record;
    }

    /** The next run of the slot begins with no priority of its own. */
    void reset() {
        priority = 0;
        deadline = TaskRecord.NO_DEADLINE;
    }
}
