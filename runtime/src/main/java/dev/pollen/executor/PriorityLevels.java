// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import org.jspecify.annotations.Nullable;

/** A list for each level, and a bit for each that is not empty: every operation costs the same whatever is ready. */
final class PriorityLevels extends ReadyOrder {
    private final @Nullable Rank[] first = new Rank[TaskRecord.HIGHEST_PRIORITY + 1];
    private final @Nullable Rank[] last = new Rank[TaskRecord.HIGHEST_PRIORITY + 1];
    private int occupied;

    @Override
    void insert(Rank rank) {
        int level = rank.priority;
        Rank before = last[level];
        rank.previous = before;
        if (before == null) {
            first[level] = rank;
            occupied |= 1 << level;
        } else {
            before.next = rank;
        }
        last[level] = rank;
    }

    @Override
    void cut(Rank rank) {
        int level = rank.priority;
        Rank before = rank.previous;
        Rank behind = rank.next;
        if (before == null) {
            first[level] = behind;
        } else {
            before.next = behind;
        }
        if (behind == null) {
            last[level] = before;
        } else {
            behind.previous = before;
        }
        if (first[level] == null) {
            occupied &= ~(1 << level);
        }
        rank.previous = null;
        rank.next = null;
    }

    @Override
    Rank first() {
        return first[31 - Integer.numberOfLeadingZeros(occupied)];
    }
}
