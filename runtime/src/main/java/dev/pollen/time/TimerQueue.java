// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import org.jspecify.annotations.Nullable;

/**
 * The alarms of one executor, earliest first; among equal deadlines the one that was armed first. For executors and the
 * futures of this package; user code has no use for it. They wait in a {@link Wheel}.
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
    private final boolean virtual;
    private final Wheel wheel = new Wheel();
    private @Nullable Watcher watcher;
    private long now;

    /**
     * A queue without alarms.
     *
     * @param clock the executor's clock
     */
    public TimerQueue(Clock clock) {
        this.clock = clock;
        now = clock.now();
        virtual = clock instanceof VirtualClock;
        if (clock instanceof VirtualClock moved) {
            moved.attach(this);
        }
    }

    /** The executor whose queue this is. */
    public interface Watcher {
        /** An alarm was added to the queue, which was empty. */
        void armed();

        /**
         * Asked from any thread.
         *
         * @return whether the executor is the current one of the calling thread
         */
        boolean isCurrent();
    }

    /**
     * Sets whose queue this is.
     *
     * @param told the executor
     */
    public void watch(Watcher told) {
        watcher = told;
    }

    /** Whether the executor of this queue is the current one of the calling thread. */
    boolean isCurrent() {
        return watcher != null && watcher.isCurrent();
    }

    /** Leaves the clock; the executor is closed. */
    public void close() {
        if (clock instanceof VirtualClock moved) {
            moved.detach(this);
        }
    }

    /**
     * Whether nothing waits for the clock.
     *
     * @return true if no alarm is armed
     */
    public boolean isEmpty() {
        return wheel.isEmpty();
    }

    /**
     * When the earliest alarm rings.
     *
     * @return a time of the clock; {@link #NO_DEADLINE} if there is none
     */
    public long nextDeadline() {
        Alarm first = wheel.earliest();
        return first == null ? NO_DEADLINE : first.deadline;
    }

    /**
     * Reads the clock, if any alarm is armed, and wakes the tasks of those that are due, in order.
     *
     * @return the time; {@link #NO_DEADLINE} if no alarm was armed
     */
    public long wakeDue() {
        if (wheel.isEmpty()) {
            return NO_DEADLINE;
        }
        long time = readClock();
        Alarm first = wheel.earliest();
        while (first != null && first.deadline <= time) {
            wheel.remove(first);
            wheel.passed(first.deadline);
            first.fire();
            first = wheel.earliest();
        }
        wheel.passed(time);
        return time;
    }

    /** The time now. */
    long readClock() {
        long time = clock.now();
        now = time;
        return time;
    }

    /** The time now, for a message: changes nothing, so that any thread may ask. */
    long time() {
        return clock.now();
    }

    /** The time of the last reading. */
    long lastReading() {
        return now;
    }

    /**
     * Whether a time has not come yet, by the last reading; a virtual clock, which may have been moved since, is read
     * again.
     */
    boolean isAhead(long time) {
        return time > (virtual ? readClock() : now);
    }

    /** Adds an alarm that is in no queue and has not come yet. */
    void add(Alarm alarm) {
        if (wheel.isEmpty()) {
            wheel.passed(now);
            if (watcher != null) {
                watcher.armed();
            }
        }
        wheel.add(alarm);
    }

    /** Takes out an alarm that is in this queue. */
    void remove(Alarm alarm) {
        wheel.remove(alarm);
    }
}
