// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import org.jspecify.annotations.Nullable;

/**
 * Alarms by deadline: the earliest first, among equal deadlines the one that was added first. Adding and removing are a
 * few instructions each, whatever the number of alarms; nothing is allocated after the constructor.
 *
 * <p>A deadline is a number of eleven digits to the base of 64. An alarm is put on the level of the first digit in which
 * its deadline differs from {@code base}, the time up to which all alarms have been taken out, in the slot of that digit:
 *
 * <pre>
 *   level 10  bits 60..63   [0]..[15]
 *   ..
 *   level  3  bits 18..23   [0] .. [63]    262 us each      base 0, an alarm at 3 ms: slot 11 of level 3
 *   level  2  bits 12..17   [0] .. [63]      4 us each
 *   level  1  bits  6..11   [0] .. [63]     64 ns each
 *   level  0  bits  0..5    [0] .. [63]      1 ns each
 * </pre>
 *
 * <p>So the alarms of a lower level come before those of a higher one, and those of a lower slot before those of a higher
 * one, but for one slot on each level: the open one, which base has reached since. Its alarms mix with those of the
 * levels below, so the earliest alarm is the first of the lowest slot of the lowest level, or that of an open slot above.
 * No alarm is ever moved to another level.
 *
 * <p>A slot is a list in the order of the additions, and is sorted when its first alarm is asked for, unless the additions
 * came in order, as those of equal timeouts do. Of two alarms with the same deadline the older one is on the same level
 * or on a higher one, because base only grows.
 */
final class Wheel {
    private static final int DIGIT_BITS = 6;
    private static final int SLOTS = 1 << DIGIT_BITS;
    private static final int LEVELS = (Long.SIZE + DIGIT_BITS - 1) / DIGIT_BITS;

    /** The first alarm of each slot, level by level; its {@code previous} is the last one. */
    private final @Nullable Alarm[] heads = new @Nullable Alarm[LEVELS * SLOTS];

    /** For each level a bit for each slot that is not empty. */
    private final long[] occupied = new long[LEVELS];

    /** For each level a bit for each slot that is not in order. */
    private final long[] unsorted = new long[LEVELS];

    /** A bit for each level that is not empty. */
    private int levels;

    private final SlotSort sort = new SlotSort();
    private long base;

    /** What {@link #earliest} last found; null if that may not be right any more. */
    private @Nullable Alarm earliest;

    Wheel() {}

    boolean isEmpty() {
        return levels == 0;
    }

    /**
     * All alarms up to a time have been taken out, and none that is due by then will be added.
     *
     * @param time not less than before
     */
    void passed(long time) {
        base = time;
    }

    /** Adds an alarm that is in no wheel and whose deadline has not passed. */
    void add(Alarm alarm) {
        long deadline = alarm.deadline;
        int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros(deadline ^ base)) / DIGIT_BITS;
        int digit = digit(deadline, level);
        int slot = level * SLOTS + digit;
        alarm.slot = (short) slot;
        Alarm head = heads[slot];
        if (head == null) {
            alarm.previous = alarm;
            heads[slot] = alarm;
            occupied[level] |= 1L << digit;
            levels |= 1 << level;
        } else if (deadline < head.deadline && (unsorted[level] & 1L << digit) == 0) {
            // Before an unsorted list it could overtake an older alarm with the same deadline.
            alarm.previous = head.previous;
            alarm.next = head;
            head.previous = alarm;
            heads[slot] = alarm;
        } else {
            Alarm last = head.previous;
            if (deadline < last.deadline) {
                unsorted[level] |= 1L << digit;
            }
            last.next = alarm;
            alarm.previous = last;
            head.previous = alarm;
        }
        Alarm known = earliest;
        if (known != null && deadline < known.deadline) {
            earliest = alarm;
        }
    }

    /** Takes out an alarm that is in this wheel. */
    void remove(Alarm alarm) {
        int slot = alarm.slot;
        Alarm head = heads[slot];
        Alarm next = alarm.next;
        Alarm previous = alarm.previous;
        if (alarm != head) {
            previous.next = next;
            (next == null ? head : next).previous = previous;
        } else {
            heads[slot] = next;
            if (next != null) {
                next.previous = previous;
            } else {
                emptied(slot);
            }
        }
        alarm.next = null;
        alarm.previous = null;
        if (alarm == earliest) {
            earliest = null;
        }
    }

    /** The first alarm in order; null if there is none. */
    @Nullable
    Alarm earliest() {
        Alarm known = earliest;
        if (known == null && levels != 0) {
            known = find();
            earliest = known;
        }
        return known;
    }

    private @Nullable Alarm find() {
        Alarm first = null;
        for (int above = levels; above != 0; above &= above - 1) {
            int level = Integer.numberOfTrailingZeros(above);
            int digit = Long.numberOfTrailingZeros(occupied[level]);
            if (first == null || digit == digit(base, level)) {
                Alarm head = sortedHead(level, digit);
                // Of two with the same deadline the older one is on the higher level.
                if (first == null || head.deadline <= first.deadline) {
                    first = head;
                }
            }
        }
        return first;
    }

    private Alarm sortedHead(int level, int digit) {
        int slot = level * SLOTS + digit;
        if ((unsorted[level] & 1L << digit) != 0) {
            unsorted[level] &= ~(1L << digit);
            heads[slot] = sort.sorted(heads[slot]);
        }
        return heads[slot];
    }

    private void emptied(int slot) {
        int level = slot / SLOTS;
        long others = ~(1L << slot % SLOTS);
        unsorted[level] &= others;
        long left = occupied[level] & others;
        occupied[level] = left;
        if (left == 0) {
            levels &= ~(1 << level);
        }
    }

    /** A digit of a time; the sign counts as the smaller digit, so that times before 0 come first. */
    private static int digit(long time, int level) {
        return (int) ((time ^ Long.MIN_VALUE) >>> level * DIGIT_BITS) & SLOTS - 1;
    }
}
