// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/**
 * The limit's wheel, with what the contract asks for: a slot keeps the order in which its tasks began to sleep, and is linked both
 * ways, so that each can leave it.
 *
 * <p>When the time comes to a slot, its tasks go to the levels below; one that is alone stays where it is. So the time moves in
 * steps and nobody may begin to sleep between two of them: on a clock that runs by itself a wheel has to know the earliest
 * deadline without coming to it.
 */
public final class FloorWheel extends FloorTimers {
    private static final int BITS = 6;
    private static final int LEVELS = 10;

    /** The first task of each slot, level by level; its {@code earlier} is the last one. */
    private final FloorSleep[] slots = new FloorSleep[LEVELS << BITS];

    private final long[] occupied = new long[LEVELS];
    private int levels;

    /** An empty wheel at time 0. */
    public FloorWheel() {}

    @Override
    void add(FloorSleep sleep) {
        int level = (63 - Long.numberOfLeadingZeros(sleep.deadline ^ now | 1)) / BITS;
        int digit = (int) (sleep.deadline >>> level * BITS) & 63;
        int slot = level << BITS | digit;
        sleep.at = slot;
        FloorSleep head = slots[slot];
        if (head == null) {
            sleep.earlier = sleep;
            slots[slot] = sleep;
            occupied[level] |= 1L << digit;
            levels |= 1 << level;
        } else {
            FloorSleep last = head.earlier;
            last.later = sleep;
            sleep.earlier = last;
            head.earlier = sleep;
        }
    }

    @Override
    void remove(FloorSleep sleep) {
        int slot = sleep.at;
        FloorSleep head = slots[slot];
        FloorSleep later = sleep.later;
        FloorSleep earlier = sleep.earlier;
        if (sleep != head) {
            earlier.later = later;
            (later == null ? head : later).earlier = earlier;
        } else if (later != null) {
            slots[slot] = later;
            later.earlier = earlier;
        } else {
            empty(slot);
        }
        sleep.later = null;
        sleep.at = FloorSleep.AWAKE;
    }

    private void empty(int slot) {
        slots[slot] = null;
        int level = slot >> BITS;
        long left = occupied[level] & ~(1L << (slot & 63));
        occupied[level] = left;
        if (left == 0) {
            levels &= ~(1 << level);
        }
    }

    /** The slot whose tasks come before all others; there must be one. */
    private int firstSlot() {
        int level = Integer.numberOfTrailingZeros(levels);
        return level << BITS | Long.numberOfTrailingZeros(occupied[level]);
    }

    @Override
    void wakeDue() {
        while (levels != 0) {
            // In a slot that the time has not come to, the first task is as much in the future as all others.
            FloorSleep first = slots[firstSlot()];
            if (first.deadline > now) {
                return;
            }
            remove(first);
            first.wake();
        }
    }

    @Override
    boolean advance() {
        while (levels != 0) {
            int slot = firstSlot();
            FloorSleep first = slots[slot];
            if (slot < 1 << BITS || first.later == null) {
                now = Math.max(now, first.deadline);
                return true;
            }
            int shift = (slot >> BITS) * BITS;
            now = Math.max(now, first.deadline >>> shift << shift);
            empty(slot);
            for (FloorSleep sleep = first; sleep != null; ) {
                FloorSleep later = sleep.later;
                sleep.later = null;
                add(sleep);
                sleep = later;
            }
        }
        return false;
    }
}
