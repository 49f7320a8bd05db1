// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;
import org.jspecify.annotations.Nullable;

/**
 * The hardware's time: what happens when. Events happen in the order of their times, those of one time in the order in
 * which they were scheduled.
 *
 * <p>Hardware goes on while the program computes. On a virtual clock a task that holds the thread moves the clock ({@code
 * Delay.blockForMillis}); what is due meanwhile happens, each event at its own time, as soon as anybody looks: a driver,
 * or the board's own task. So a UART overruns if nobody takes its bytes, as it would.
 *
 * <p>On the real clock a thread is late for many reasons that are not the program's. There the hardware waits for it: after
 * each interrupt the tasks get their turn before the next event happens, and {@link #now} does not pass an event that has
 * not happened yet. So nothing is lost because the machine was busy.
 *
 * <p>Threading: on the executor's thread. Allocation: none.
 */
public final class SimTime {
    static final long NEVER = Long.MAX_VALUE;

    private final Clock clock;
    private final boolean virtual;
    private @Nullable SimEvent first;
    private boolean happening;

    /** Whether an interrupt was taken since it was last asked. */
    private boolean interrupted;

    /** What is told when an event comes before all others. */
    private @Nullable Runnable onEarlier;

    SimTime(Clock clock) {
        this.clock = clock;
        virtual = clock instanceof VirtualClock;
    }

    void onEarlier(Runnable told) {
        onEarlier = told;
    }

    /**
     * The time.
     *
     * @return nanoseconds of the executor's clock; while an event happens, the time that it was scheduled for
     */
    public long now() {
        long real = clock.now();
        SimEvent due = first;
        return due == null ? real : Math.min(real, due.at);
    }

    /**
     * Schedules an event; one that is scheduled already is moved.
     *
     * @param event the event
     * @param at when; not before now
     */
    public void at(SimEvent event, long at) {
        cancel(event);
        long time = Math.max(at, now());
        event.at = time;
        event.scheduled = true;
        SimEvent before = null;
        SimEvent after = first;
        while (after != null && after.at <= time) {
            before = after;
            after = after.next;
        }
        event.next = after;
        if (before == null) {
            first = event;
            if (onEarlier != null && !happening) {
                onEarlier.run();
            }
        } else {
            before.next = event;
        }
    }

    /**
     * Schedules an event; one that is scheduled already is moved.
     *
     * @param event the event
     * @param nanos how long from now
     */
    public void after(SimEvent event, long nanos) {
        at(event, now() + nanos);
    }

    /**
     * Takes an event back. Does nothing if it is not scheduled.
     *
     * @param event the event
     */
    public void cancel(SimEvent event) {
        if (!event.scheduled) {
            return;
        }
        SimEvent before = null;
        SimEvent found = first;
        while (found != event) {
            before = found;
            found = found.next;
        }
        if (before == null) {
            first = event.next;
        } else {
            before.next = event.next;
        }
        event.next = null;
        event.scheduled = false;
    }

    /** When the next event happens. */
    long next() {
        SimEvent event = first;
        return event == null ? NEVER : event.at;
    }

    /** The program looks at the hardware: on a virtual clock it is brought up to date. */
    void look() {
        if (virtual) {
            run();
        }
    }

    /**
     * Lets happen what is due.
     *
     * @return whether to come again after the tasks have had their turn
     */
    boolean run() {
        if (happening) {
            return false;
        }
        happening = true;
        interrupted = false;
        try {
            long real = clock.now();
            SimEvent event = first;
            while (event != null && event.at <= real) {
                happen(event);
                event = first;
                if (interrupted && !virtual) {
                    return event != null && event.at <= real;
                }
            }
            return false;
        } finally {
            happening = false;
        }
    }

    /** The event stays first while it happens, so that now() is its time, unless it schedules itself anew. */
    private void happen(SimEvent event) {
        marker.at = event.at;
        first = event.next;
        event.next = null;
        event.scheduled = false;
        marker.next = first;
        marker.scheduled = true;
        first = marker;
        try {
            event.happen();
        } finally {
            cancel(marker);
        }
    }

    /** Holds the place, and so the time, of the event that happens. */
    private final SimEvent marker = new SimEvent() {
        @Override
        protected void happen() {}
    };

    void interruptTaken() {
        interrupted = true;
    }
}
