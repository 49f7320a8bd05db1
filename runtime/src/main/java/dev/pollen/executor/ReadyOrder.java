// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import org.jspecify.annotations.Nullable;

/** The ready tasks of an executor in the order in which they are to be polled. On its thread alone. */
abstract class ReadyOrder {
    private int size;
    private long turns;

    ReadyOrder() {}

    /** The order for a way of scheduling; null for first in, first out. */
    static @Nullable ReadyOrder by(Scheduling scheduling) {
        if (scheduling == Scheduling.FIFO) {
            return null;
        }
        return scheduling == Scheduling.PRIORITY ? new PriorityLevels() : new DeadlineHeap();
    }

    final int size() {
        return size;
    }

    /** Adds a task that is not in the order, behind its equals. */
    final void add(Rank rank) {
        rank.turn = turns++;
        size++;
        insert(rank);
    }

    /** Takes out a task that is in the order. */
    final void remove(Rank rank) {
        size--;
        cut(rank);
    }

    /** Takes out the task that is to be polled first; there is one. */
    final Rank takeFirst() {
        Rank best = first();
        remove(best);
        return best;
    }

    abstract void insert(Rank rank);

    abstract void cut(Rank rank);

    abstract Rank first();
}
