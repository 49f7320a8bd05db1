// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.events;

import dev.pollen.samples.models.hardware.*;
import dev.pollen.samples.models.runtime.SerialQueue;

/**
 * The scenario as a state machine that is fed events, an active object. Run it with {@code ./demo models-events}; it prints
 * what sensors, host and sampler do until the sleep signal, {@code [   103 ms] sensor 1 gives 11} and so on.
 *
 * <p>Interrupts post events to one queue; what an event means depends on the state in which it is handled. An event that
 * was posted in one state may be handled in a later one, so those that could be taken for a newer one's carry their cycle.
 * The sleep signal waits for the events before it.
 */
final class EventSampler {
    private static final int NONE = 0;

    private enum State {
        NEW,
        RESTING,
        SAMPLING,
        SENDING,
        ASLEEP
    }

    private final Bench bench;
    private final HardwareTimer period;
    private final HardwareTimer limit;
    private State state = State.NEW;
    private long due;
    private int cycle;
    private int first;
    private int second;
    private int missing;

    EventSampler(Bench bench, SerialQueue<Event> queue) {
        this.bench = bench;
        period = bench.timer((tag, value) -> queue.post(new Event(Event.Kind.PERIOD, NONE, 0)));
        limit = bench.timer((tag, value) -> queue.post(new Event(Event.Kind.LIMIT, tag, 0)));
        bench.first().onInterrupt((tag, value) -> queue.post(new Event(Event.Kind.FIRST_SENSOR, tag, value)));
        bench.second().onInterrupt((tag, value) -> queue.post(new Event(Event.Kind.SECOND_SENSOR, tag, value)));
        bench.link().onInterrupt((tag, value) -> queue.post(new Event(Event.Kind.SENT, tag, 0)));
    }

    void handle(Event event) {
        if (event.kind() == Event.Kind.SLEEP) {
            stop();
            return;
        }
        switch (state) {
            case NEW -> handleNew(event);
            case RESTING -> handleResting(event);
            case SAMPLING -> handleSampling(event);
            case SENDING -> handleSending(event);
            case ASLEEP -> {}
        }
    }

    private void handleNew(Event event) {
        if (event.kind() == Event.Kind.START) {
            due = bench.simulation().now();
            rest();
        }
    }

    private void handleResting(Event event) {
        if (event.kind() == Event.Kind.PERIOD) {
            state = State.SAMPLING;
            cycle++;
            missing = 2;
            limit.set(bench.simulation().now() + Bench.LIMIT, cycle);
            bench.first().start(cycle);
            bench.second().start(cycle);
        }
    }

    private void handleSampling(Event event) {
        if (event.cycle() != cycle) {
            return; // of an earlier cycle: too late
        }
        switch (event.kind()) {
            case FIRST_SENSOR -> {
                first = event.value();
                sampled(first);
            }
            case SECOND_SENSOR -> {
                second = event.value();
                sampled(second);
            }
            case LIMIT -> giveUp("timed out");
            default -> throw new IllegalStateException(event + " while sampling");
        }
    }

    private void handleSending(Event event) {
        if (event.kind() == Event.Kind.SENT) {
            rest();
        }
    }

    private void sampled(int value) {
        missing--;
        if (value == Sensor.FAULT) {
            limit.cancel();
            giveUp("sensor failed");
        } else if (missing == 0) {
            limit.cancel();
            state = State.SENDING;
            bench.link().send(bench.packet(first, second), cycle);
        }
    }

    private void giveUp(String reason) {
        bench.first().abort(cycle);
        bench.second().abort(cycle);
        bench.log().event(reason);
        rest();
    }

    private void rest() {
        state = State.RESTING;
        due = Period.next(due, bench.simulation().now());
        period.set(due, NONE);
    }

    private void stop() {
        state = State.ASLEEP;
        period.cancel();
        limit.cancel();
        bench.first().abort(cycle);
        bench.second().abort(cycle);
        bench.link().withdraw();
        bench.log().event("asleep");
    }

    boolean isAsleep() {
        return state == State.ASLEEP;
    }
}
