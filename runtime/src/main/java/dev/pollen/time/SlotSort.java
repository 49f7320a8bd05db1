// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import org.jspecify.annotations.Nullable;

/**
 * Sorts the list of one slot of a {@link Wheel} by deadline; equal ones keep their order. A merge sort of the runs that
 * are in order already, so that a list with few disorders costs little more than a walk; short runs are made longer by
 * insertion first, which mispredicts one branch for each alarm and not one for each comparison. Allocates nothing.
 */
final class SlotSort {
    private static final int SHORTEST_RUN = 16;

    /** What follows the run that {@link #takeRun} took. */
    private @Nullable Alarm rest;

    /** Sorted lists of about 1, 2, 4, .. runs each, older ones further up; all null between two sorts. */
    private final @Nullable Alarm[] lists = new @Nullable Alarm[Integer.SIZE];

    SlotSort() {}

    /** The head of the sorted list; its {@code previous} is the last one, as it is in {@code head}. */
    Alarm sorted(Alarm head) {
        int used = 0;
        rest = head;
        while (rest != null) {
            Alarm run = takeRun(rest);
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

    /** Takes a sorted run off the front of a list, at least {@link #SHORTEST_RUN} long; {@link #rest} is what follows. */
    private Alarm takeRun(Alarm first) {
        Alarm head = first;
        Alarm end = first;
        Alarm next = end.next;
        for (int length = 1; next != null; length++) {
            if (next.deadline >= end.deadline) {
                end = next;
            } else if (length < SHORTEST_RUN) {
                end.next = next.next;
                head = inserted(head, next);
            } else {
                break;
            }
            next = end.next;
        }
        end.next = null;
        rest = next;
        return head;
    }

    /** Inserts an alarm that comes before the last one of a sorted list, behind its equals; the list's head. */
    private static Alarm inserted(Alarm head, Alarm alarm) {
        long deadline = alarm.deadline;
        if (deadline < head.deadline) {
            alarm.next = head;
            return alarm;
        }
        Alarm before = head;
        Alarm after = before.next;
        while (after.deadline <= deadline) {
            before = after;
            after = before.next;
        }
        before.next = alarm;
        alarm.next = after;
        return head;
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
