// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import org.jspecify.annotations.Nullable;

/**
 * Alarms by deadline: the earliest first, among equal deadlines the one that was added first. Adding and removing are a
 * few instructions each, whatever the number of alarms; nothing is allocated after the constructor.
 *
 * <p>A deadline is a number of eleven digits to the base of 64. An alarm is put on the level of the first digit in which
 * its deadline differs from {@code base}, the time before which all alarms have been taken out, in the slot of that digit:
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
 *
 * <p>A slot is a list in the order of the additions, but for its head, which is the first to ring. If the additions came in
 * order, as those of equal timeouts do, all of it is in order and its alarms stay there. Else they go to the levels below when
 * base comes to the slot, where most are alone. In between a head may be removed: the next one is looked for, and when that
 * is removed, too, the slot is sorted. Of two alarms with the same deadline the older one is before the other in a list, or on
 * a higher level, because base only grows.
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

    /** For each level a bit for each slot that is not in order and has lost its head: any alarm may be the first one. */
    private final long[] headless = new long[LEVELS];

    /** For each level a bit for each slot that is not in order and has got another head. */
    private final long[] searched = new long[LEVELS];

    /** A bit for each level with a slot that is not in order. */
    private int disordered;

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
     * All alarms before a time have been taken out, and none that is due by then will be added.
     *
     * @param time where it is less than before, nothing happens while alarms wait: a waker that is woken by one of them may
     *     have armed others, and read the clock again for that
     */
    void passed(long time) {
        if (time >= base || levels == 0) {
            base = time;
            if (disordered != 0) {
                spreadReached();
            }
        }
    }

    /** At most one slot: on all levels below nothing is left, as base has not been in this one before. */
    private void spreadReached() {
        for (int left = disordered; left != 0; left &= left - 1) {
            int level = Integer.numberOfTrailingZeros(left);
            int digit = digit(base, level);
            if ((unsorted[level] & 1L << digit) != 0) {
                spread(level, digit);
                return;
            }
        }
    }

    /** Moves the alarms of a slot that base has reached to the levels below, where most are alone. */
    private void spread(int level, int digit) {
        int slot = level * SLOTS + digit;
        Alarm alarm = heads[slot];
        heads[slot] = null;
        emptied(slot);
        while (alarm != null) {
            Alarm next = alarm.next;
            alarm.next = null;
            add(alarm);
            alarm = next;
        }
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
        } else if (deadline < head.deadline && (headless[level] & 1L << digit) == 0) {
            // The head comes before all others, so this overtakes none with the same deadline.
            alarm.previous = head.previous;
            alarm.next = head;
            head.previous = alarm;
            heads[slot] = alarm;
        } else {
            Alarm last = head.previous;
            if (deadline < last.deadline) {
                unsorted[level] |= 1L << digit;
                disordered |= 1 << level;
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
                int level = slot / SLOTS;
                headless[level] |= unsorted[level] & 1L << slot % SLOTS;
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
                Alarm head = head(level, digit);
                // Of two with the same deadline the older one is on the higher level.
                if (first == null || head.deadline <= first.deadline) {
                    first = head;
                }
            }
        }
        return first;
    }

    /** The first alarm of a slot: looks for it once, and sorts the slot the second time. */
    private Alarm head(int level, int digit) {
        int slot = level * SLOTS + digit;
        long bit = 1L << digit;
        if ((headless[level] & bit) != 0) {
            if ((searched[level] & bit) != 0) {
                ordered(level, ~bit);
                heads[slot] = sort.sorted(heads[slot]);
            } else {
                searched[level] |= bit;
                headless[level] &= ~bit;
                heads[slot] = withFirst(heads[slot]);
            }
        }
        return heads[slot];
    }

    /** Brings the first alarm of a list to its head. */
    private static Alarm withFirst(Alarm head) {
        Alarm first = head;
        for (Alarm alarm = head.next; alarm != null; alarm = alarm.next) {
            if (alarm.deadline < first.deadline) {
                first = alarm;
            }
        }
        if (first != head) {
            Alarm previous = first.previous;
            Alarm next = first.next;
            Alarm last = head.previous;
            previous.next = next;
            if (next != null) {
                next.previous = previous;
            } else {
                last = previous;
            }
            first.next = head;
            first.previous = last;
            head.previous = first;
        }
        return first;
    }

    private void ordered(int level, long others) {
        headless[level] &= others;
        searched[level] &= others;
        long left = unsorted[level] & others;
        unsorted[level] = left;
        if (left == 0) {
            disordered &= ~(1 << level);
        }
    }

    private void emptied(int slot) {
        int level = slot / SLOTS;
        long others = ~(1L << slot % SLOTS);
        ordered(level, others);
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
