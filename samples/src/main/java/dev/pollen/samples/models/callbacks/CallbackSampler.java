// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.callbacks;

import dev.pollen.samples.models.hardware.*;

/**
 * The scenario as callbacks that run within the interrupts themselves. Run it with {@code ./demo models-callbacks}; it
 * prints what sensors, host and sampler do until the sleep signal, {@code [   103 ms] sensor 1 gives 11} and so on.
 *
 * <p>A callback comes in whatever context, also in the middle of another one. So all state is under a lock, no hardware is
 * called while it is held, each callback carries the number of its cycle, by which a late one is known, and whoever has
 * started hardware looks again whether the sleep signal has come in between.
 */
final class CallbackSampler {
    private static final int NONE = 0;

    private final Bench bench;
    private final HardwareTimer period;
    private final HardwareTimer limit;
    private final int[] values = new int[2];
    private long due;
    private int cycle;
    private int sampling = NONE; // the cycle whose samples are awaited
    private int missing;
    private boolean asleep;

    CallbackSampler(Bench bench) {
        this.bench = bench;
        period = bench.timer((tag, value) -> beginCycle());
        limit = bench.timer((tag, value) -> timedOut(tag));
        bench.first().onInterrupt((tag, value) -> completed(0, tag, value));
        bench.second().onInterrupt((tag, value) -> completed(1, tag, value));
        bench.link().onInterrupt((tag, value) -> scheduleNext());
    }

    void start() {
        synchronized (this) {
            due = bench.simulation().now();
        }
        scheduleNext();
    }

    private void scheduleNext() {
        long next;
        synchronized (this) {
            if (asleep) {
                return;
            }
            due = Period.next(due, bench.simulation().now());
            next = due;
        }
        period.set(next, NONE);
        stopIfAsleep();
    }

    private void beginCycle() {
        int begun;
        synchronized (this) {
            if (asleep) {
                return;
            }
            begun = ++cycle;
            sampling = begun;
            missing = 2;
        }
        limit.set(bench.simulation().now() + Bench.LIMIT, begun);
        bench.first().start(begun);
        bench.second().start(begun);
        stopIfAsleep();
    }

    private void completed(int sensor, int tag, int value) {
        boolean failed = value == Sensor.FAULT;
        synchronized (this) {
            if (tag != sampling) {
                return; // the cycle is over: it was too late
            }
            values[sensor] = value;
            missing--;
            if (!failed && missing > 0) {
                return;
            }
            sampling = NONE;
        }
        limit.cancel();
        if (failed) {
            giveUp(tag, "sensor failed");
        } else {
            bench.link().send(bench.packet(values[0], values[1]), tag);
            stopIfAsleep();
        }
    }

    private void timedOut(int tag) {
        synchronized (this) {
            if (tag != sampling) {
                return; // the last value has come at the same moment
            }
            sampling = NONE;
        }
        giveUp(tag, "timed out");
    }

    private void giveUp(int tag, String reason) {
        bench.first().abort(tag);
        bench.second().abort(tag);
        bench.log().event(reason);
        scheduleNext();
    }

    void sleep() {
        synchronized (this) {
            asleep = true;
            sampling = NONE;
        }
        stopAll();
        bench.log().event("asleep");
    }

    private void stopIfAsleep() {
        if (isAsleep()) {
            stopAll();
        }
    }

    private void stopAll() {
        int last;
        synchronized (this) {
            last = cycle;
        }
        period.cancel();
        limit.cancel();
        bench.first().abort(last);
        bench.second().abort(last);
        bench.link().withdraw();
    }

    synchronized boolean isAsleep() {
        return asleep;
    }
}
