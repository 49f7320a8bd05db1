// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import org.jspecify.annotations.Nullable;

/**
 * Sorts the list of one slot of a {@link Wheel} by deadline; equal ones keep their order. A merge sort of the runs that
 * are in order already, so that a list with few disorders costs little more than a walk. Allocates nothing.
 */
final class SlotSort {
    /** Sorted lists of about 1, 2, 4, .. runs each, older ones further up; all null between two sorts. */
    private final @Nullable Alarm[] lists = new @Nullable Alarm[Integer.SIZE];

    SlotSort() {}

    /** The head of the sorted list; its {@code previous} is the last one, as it is in {@code head}. */
    Alarm sorted(Alarm head) {
        int used = 0;
        Alarm rest = head;
        while (rest != null) {
            Alarm run = rest;
            rest = cutAfterRun(run);
            int size = 0;
            while (lists[size] != null) {
                run = merge(lists[size], run);
                lists[size++] = null;
            }
            lists[size] = run;
            used = Math.max(used, size + 1);
        }
        Alarm all = null;
        for (int size = 0; size < used; size++) {
            Alarm older = lists[size];
            if (older != null) {
                all = all == null ? older : merge(older, all);
                lists[size] = null;
            }
        }
        return linkBack(all);
    }

    /** Ends the list after the run that it begins with; the rest of it. */
    private static @Nullable Alarm cutAfterRun(Alarm run) {
        Alarm end = run;
        Alarm next = end.next;
        while (next != null && next.deadline >= end.deadline) {
            end = next;
            next = end.next;
        }
        end.next = null;
        return next;
    }

    private static Alarm merge(Alarm older, Alarm newer) {
        Alarm head;
        if (newer.deadline < older.deadline) {
            head = newer;
            newer = newer.next;
        } else {
            head = older;
            older = older.next;
        }
        Alarm end = head;
        while (older != null && newer != null) {
            if (newer.deadline < older.deadline) {
                end.next = newer;
                end = newer;
                newer = newer.next;
            } else {
                end.next = older;
                end = older;
                older = older.next;
            }
        }
        end.next = older != null ? older : newer;
        return head;
    }

    private static Alarm linkBack(Alarm head) {
        Alarm last = head;
        for (Alarm next = head.next; next != null; next = next.next) {
            next.previous = last;
            last = next;
        }
        head.previous = last;
        return head;
    }
}
