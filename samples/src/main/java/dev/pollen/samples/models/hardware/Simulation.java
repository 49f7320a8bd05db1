// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

import dev.pollen.time.VirtualClock;

/**
 * The virtual clock, and what happens at which of its times: first planned, first happened where times are the same,
 * unless {@link #reverseTies} says otherwise.
 *
 * <p>After each time at which something happened the processor runs until it is idle, then the clock moves on to the next
 * event or to the processor's own next deadline.
 */
public final class Simulation {
    private final VirtualClock clock = new VirtualClock();
    private Event first;
    private int calls;
    private int interrupts;
    private int trappedCall;
    private Runnable trap;
    private Object forbiddenLock;
    private boolean tiesReversed;

    /**
     * The clock.
     *
     * @return the clock, which only {@link #runUntilMillis} moves
     */
    public VirtualClock clock() {
        return clock;
    }

    /**
     * The time.
     *
     * @return nanoseconds since the simulation was made
     */
    public long now() {
        return clock.now();
    }

    /**
     * Runs to a time.
     *
     * @param processor what runs the model's code
     * @param millis the time, which the clock shows afterwards; what is due then has happened
     */
    public void runUntilMillis(Processor processor, long millis) {
        runUntil(processor, millis * 1_000_000);
    }

    /**
     * Runs to a time.
     *
     * @param processor what runs the model's code
     * @param end the time in nanoseconds
     */
    public void runUntil(Processor processor, long end) {
        processor.runReady();
        for (long due = nextTime(processor); due <= end; due = nextTime(processor)) {
            clock.advance(Math.max(0, due - clock.now()));
            while (first != null && first.at <= clock.now()) {
                Event event = first;
                cancel(event);
                event.happen();
            }
            processor.runReady();
        }
        clock.advance(end - clock.now());
    }

    /**
     * Has something happen.
     *
     * @param millis when, in milliseconds since the simulation was made
     * @param action what happens, in interrupt context
     */
    public void atMillis(long millis, Runnable action) {
        at(millis * 1_000_000, action);
    }

    /**
     * Has something happen.
     *
     * @param nanos when, in nanoseconds since the simulation was made
     * @param action what happens, in interrupt context
     */
    public void at(long nanos, Runnable action) {
        plan(
                new Event() {
                    @Override
                    void happen() {
                        action.run();
                    }
                },
                nanos);
    }

    /**
     * Has something happen in the middle of what a model does: within one of the calls that it makes to the hardware, as
     * an interrupt of higher priority would.
     *
     * @param call which call, counted from 1 over all hardware
     * @param action what happens, before the call takes effect
     */
    public void duringCall(int call, Runnable action) {
        trappedCall = call;
        trap = action;
    }

    /**
     * Has what happens at the same time happen in the other order: last planned, first happened. And what is due cannot be
     * stopped any more: its interrupt is on its way.
     */
    public void reverseTies() {
        tiesReversed = true;
    }

    /**
     * How often hardware was called.
     *
     * @return starts and aborts, of whatever hardware
     */
    public int calls() {
        return calls;
    }

    /**
     * How often hardware has called.
     *
     * @return the number of interrupts, of whatever hardware
     */
    public int interrupts() {
        return interrupts;
    }

    /**
     * Makes it an error to call hardware while a lock is held.
     *
     * @param lock the lock
     */
    public void forbidCallsUnder(Object lock) {
        forbiddenLock = lock;
    }

    /** Every call of a model to hardware begins with it. */
    void called() {
        if (forbiddenLock != null && Thread.holdsLock(forbiddenLock)) {
            throw new IllegalStateException("hardware was called while a lock was held");
        }
        if (++calls == trappedCall) {
            trap.run();
        }
    }

    /** Every call of hardware to a model. */
    void raise(Interrupt handler, int tag, int value) {
        interrupts++;
        handler.raised(tag, value);
    }

    void plan(Event event, long at) {
        cancel(event);
        event.at = at;
        event.planned = true;
        if (first == null || isBefore(at, first)) {
            event.next = first;
            first = event;
            return;
        }
        Event before = first;
        while (before.next != null && !isBefore(at, before.next)) {
            before = before.next;
        }
        event.next = before.next;
        before.next = event;
    }

    /** Stops an event, unless it is too late for that. */
    void stop(Event event) {
        if (!tiesReversed || event.at > now()) {
            cancel(event);
        }
    }

    private void cancel(Event event) {
        if (!event.planned) {
            return;
        }
        event.planned = false;
        if (first == event) {
            first = event.next;
        } else {
            Event before = first;
            while (before.next != event) {
                before = before.next;
            }
            before.next = event.next;
        }
        event.next = null;
    }

    private boolean isBefore(long at, Event planned) {
        return tiesReversed ? at <= planned.at : at < planned.at;
    }

    private long nextTime(Processor processor) {
        long deadline = processor.nextDeadline();
        return first == null ? deadline : Math.min(first.at, deadline);
    }
}
