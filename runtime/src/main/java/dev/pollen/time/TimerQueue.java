// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import org.jspecify.annotations.Nullable;

/**
 * The alarms of one executor, earliest first; among equal deadlines the one that was armed first. For executors and the
 * futures of this package; user code has no use for it.
 *
 * <p>A pairing heap whose nodes are the alarms themselves: no limit, nothing to allocate, an alarm is added in a few
 * instructions and can be taken out at any time. Each alarm is before its children; {@code heapChild} is the first of
 * them, {@code heapNext} the next sibling, {@code heapPrevious} the sibling before or, for a first child, the parent.
 *
 * <p>Used on the executor's thread alone. The clock is read when an alarm is armed and when the executor says so; in
 * between, the last reading serves.
 */
public final class TimerQueue {
    /** What {@link #nextDeadline} says of an empty queue; an alarm that far away never rings. */
    public static final long NO_DEADLINE = Ticks.FOREVER;

    /** The next queue on the same virtual clock, see {@link VirtualClock}. */
    @Nullable
    TimerQueue olderOnClock;

    private final Clock clock;
    private @Nullable Alarm earliest;
    private int armed;
    private long now;
    private boolean readInThisPoll;

    /**
     * A queue without alarms.
     *
     * @param clock the executor's clock
     */
    public TimerQueue(Clock clock) {
        this.clock = clock;
        now = clock.now();
        if (clock instanceof VirtualClock virtual) {
            virtual.attach(this);
        }
    }

    /** Leaves the clock; the executor is closed. */
    public void close() {
        if (clock instanceof VirtualClock virtual) {
            virtual.detach(this);
        }
    }

    /**
     * Whether nothing waits for the clock.
     *
     * @return true if no alarm is armed
     */
    public boolean isEmpty() {
        return earliest == null;
    }

    /**
     * When the earliest alarm rings.
     *
     * @return a time of the clock; {@link #NO_DEADLINE} if there is none
     */
    public long nextDeadline() {
        Alarm first = earliest;
        return first == null ? NO_DEADLINE : first.deadline;
    }

    /** The executor's call before each poll: what was read before it is not the time now. */
    public void beginPoll() {
        readInThisPoll = false;
    }

    /** Reads the clock, if any alarm is armed, and wakes the tasks of those that are due, in order. */
    public void wakeDue() {
        if (earliest == null) {
            return;
        }
        long time = readClock();
        Alarm first = earliest;
        while (first != null && first.deadline <= time && first.deadline != NO_DEADLINE) {
            earliest = mergeSiblings(first.heapChild);
            first.heapChild = null;
            first.fire();
            first = earliest;
        }
    }

    /** The time now. */
    long readClock() {
        long time = clock.now();
        now = time;
        readInThisPoll = true;
        return time;
    }

    /** The time of the last reading. */
    long lastReading() {
        return now;
    }

    /** Whether a time has not come yet; reads the clock at most once in a poll. */
    boolean isAhead(long time) {
        if (time > now && !readInThisPoll) {
            readClock();
        }
        return time > now;
    }

    /** The clock was moved by hand. */
    void clockMoved() {
        readInThisPoll = false;
    }

    /** Adds an alarm that is in no queue. */
    void add(Alarm alarm) {
        alarm.order = armed++;
        Alarm first = earliest;
        earliest = first == null ? alarm : merge(first, alarm);
    }

    /** Takes out an alarm that is in this queue. */
    void remove(Alarm alarm) {
        Alarm rest = mergeSiblings(alarm.heapChild);
        alarm.heapChild = null;
        if (alarm == earliest) {
            earliest = rest;
            return;
        }
        Alarm before = alarm.heapPrevious;
        Alarm after = alarm.heapNext;
        if (before.heapChild == alarm) {
            before.heapChild = after;
        } else {
            before.heapNext = after;
        }
        if (after != null) {
            after.heapPrevious = before;
        }
        alarm.heapPrevious = null;
        alarm.heapNext = null;
        if (rest != null) {
            earliest = merge(earliest, rest);
        }
    }

    /** Makes one heap of two; both are without siblings, and so is the result. */
    private static Alarm merge(Alarm one, Alarm other) {
        boolean inOrder = one.deadline != other.deadline ? one.deadline < other.deadline : one.order - other.order < 0;
        Alarm parent = inOrder ? one : other;
        Alarm child = inOrder ? other : one;
        Alarm eldest = parent.heapChild;
        child.heapNext = eldest;
        if (eldest != null) {
            eldest.heapPrevious = child;
        }
        child.heapPrevious = parent;
        parent.heapChild = child;
        return parent;
    }

    /** Makes one heap of siblings: in pairs from the left, then the pairs from the right. */
    private static @Nullable Alarm mergeSiblings(@Nullable Alarm first) {
        Alarm pairs = null;
        while (first != null) {
            Alarm second = first.heapNext;
            Alarm rest = null;
            detach(first);
            Alarm pair = first;
            if (second != null) {
                rest = second.heapNext;
                detach(second);
                pair = merge(first, second);
            }
            pair.heapNext = pairs;
            pairs = pair;
            first = rest;
        }
        Alarm heap = null;
        while (pairs != null) {
            Alarm rest = pairs.heapNext;
            pairs.heapNext = null;
            heap = heap == null ? pairs : merge(heap, pairs);
            pairs = rest;
        }
        return heap;
    }

    private static void detach(Alarm alarm) {
        alarm.heapNext = null;
        alarm.heapPrevious = null;
    }
}
