// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import org.jspecify.annotations.Nullable;

/**
 * The tasks that an executor has admitted and that have not ended: how many there are, and, when somebody asks, which.
 *
 * <p>A spawn and an end count, and write no reference: the tasks stand in their pools, and whoever wants to see them ({@code
 * dump}, {@code stop}) looks there, and puts them in the order of their admission. For that an executor keeps, for good, each
 * pool of which it has run a task. Tasks on the heap come from no pool and have a list.
 *
 * <p>On the executor's thread alone, but for {@link #inOrder}.
 */
final class LiveTasks {
    private final Executor executor;
    private int size;
    private int inBackground;
    private long admissions;
    private @Nullable Seen pools;

    /** The latest of the tasks on the heap. */
    private @Nullable AwaitingTask<?> newest;

    LiveTasks(Executor executor) {
        this.executor = executor;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean areInBackground() {
        return size == inBackground;
    }

    int size() {
        return size;
    }

    void add(TaskRecord record) {
        size++;
        record.admission = ++admissions;
        record.stage = TaskRecord.ADMITTED;
        if (record.background) {
            inBackground++;
        }
        TaskPool<?> pool = record.pool();
        if (pool == null) {
            link((AwaitingTask<?>) record.task);
        } else if (pool.seenBy != this) {
            see(pool);
        }
    }

    void remove(TaskRecord record) {
        size--;
        record.stage = TaskRecord.SPAWNED;
        if (record.background) {
            inBackground--;
        }
        if (record.pool() == null) {
            unlink((AwaitingTask<?>) record.task);
        }
    }

    /** The tasks, oldest first; on another thread than the executor's those of a moment ago. */
    TaskRecord[] inOrder() {
        AdmissionOrder order = new AdmissionOrder(size);
        for (Seen seen = pools; seen != null; seen = seen.earlier) {
            TaskPool<?> pool = seen.pool;
            for (int index = 0; index < pool.size(); index++) {
                TaskRecord record = pool.record(index);
                if (record.isAdmitted() && executor.owns(record.home)) {
                    order.add(record);
                }
            }
        }
        for (AwaitingTask<?> task = newest; task != null; task = task.earlier) {
            order.add(task.record());
        }
        return order.sorted();
    }

    /** A pool may be seen by several executors in turn; it keeps the last. */
    private void see(TaskPool<?> pool) {
        Seen known = pools;
        while (known != null && known.pool != pool) {
            known = known.earlier;
        }
        if (known == null) {
            pools = new Seen(pool, pools);
        }
        pool.seenBy = this;
    }

    private void link(AwaitingTask<?> task) {
        AwaitingTask<?> before = newest;
        task.earlier = before;
        if (before != null) {
            before.later = task;
        }
        newest = task;
    }

    private void unlink(AwaitingTask<?> task) {
        AwaitingTask<?> before = task.earlier;
        AwaitingTask<?> after = task.later;
        if (before != null) {
            before.later = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.earlier = before;
        }
        task.earlier = null;
        task.later = null;
    }

    /** A pool of which a task was admitted here. */
    private static final class Seen {
        final TaskPool<?> pool;
        final @Nullable Seen earlier;

        Seen(TaskPool<?> pool, @Nullable Seen earlier) {
            this.pool = pool;
            this.earlier = earlier;
        }
    }
}
