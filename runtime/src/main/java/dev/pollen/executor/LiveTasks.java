// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import org.jspecify.annotations.Nullable;

/** The tasks that an executor has admitted and that have not ended, in the order of admission; on its thread alone. */
final class LiveTasks {
    private @Nullable TaskRecord oldest;
    private @Nullable TaskRecord newest;
    private int size;

    boolean isEmpty() {
        return oldest == null;
    }

    boolean areInBackground() {
        for (TaskRecord record = oldest; record != null; record = record.later) {
            if (!record.background) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    TaskRecord oldest() {
        return oldest;
    }

    /** The oldest that is not in the background; the oldest, if there is none. */
    @Nullable
    TaskRecord nextToEnd() {
        for (TaskRecord record = oldest; record != null; record = record.later) {
            if (!record.background) {
                return record;
            }
        }
        return oldest;
    }

    @Nullable
    TaskRecord oldestOf(TaskScope scope) {
        TaskRecord record = scope.size() == 0 ? null : oldest;
        while (record != null && record.scope != scope) {
            record = record.later;
        }
        return record;
    }

    int size() {
        return size;
    }

    void add(TaskRecord record) {
        size++;
        record.admitted = true;
        TaskRecord before = newest;
        record.earlier = before;
        if (before == null) {
            oldest = record;
        } else {
            before.later = record;
        }
        newest = record;
    }

    void remove(TaskRecord record) {
        size--;
        record.admitted = false;
        TaskRecord before = record.earlier;
        TaskRecord after = record.later;
        if (before == null) {
            oldest = after;
        } else {
            before.later = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.earlier = before;
        }
        record.earlier = null;
        record.later = null;
    }
}
