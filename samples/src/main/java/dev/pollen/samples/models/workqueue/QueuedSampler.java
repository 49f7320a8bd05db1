// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.workqueue;

import dev.pollen.samples.models.hardware.*;
import dev.pollen.samples.models.runtime.SerialQueue;

/**
 * The scenario as work items that run one after another. Run it with {@code ./demo models-workqueue}; it prints what
 * sensors, host and sampler do until the sleep signal, {@code [   103 ms] sensor 1 gives 11} and so on.
 *
 * <p>Every interrupt posts an item, so state belongs to the queue and needs no lock. Between an interrupt and its item other
 * items run: what an item was posted for may be over, so items carry the number of their cycle, and cancelling a timer is
 * not enough. The sleep signal waits for the items before it, in a queue that may be shared with others.
 */
final class QueuedSampler {
    private static final int NONE = 0;

    private final Bench bench;
    private final SerialQueue<Runnable> queue;
    private final HardwareTimer period;
    private final HardwareTimer limit;
    private final int[] values = new int[2];
    private long due;
    private int cycle;
    private int sampling = NONE; // the cycle whose samples are awaited
    private int missing;
    private boolean asleep;

    QueuedSampler(Bench bench, SerialQueue<Runnable> queue) {
        this.bench = bench;
        this.queue = queue;
        period = bench.timer((tag, value) -> queue.post(this::beginCycle));
        limit = bench.timer((tag, value) -> queue.post(() -> timedOut(tag)));
        bench.first().onInterrupt((tag, value) -> queue.post(() -> completed(0, tag, value)));
        bench.second().onInterrupt((tag, value) -> queue.post(() -> completed(1, tag, value)));
        bench.link().onInterrupt((tag, value) -> queue.post(this::scheduleNext));
    }

    /** From any context. */
    void start() {
        queue.post(() -> {
            due = bench.simulation().now();
            scheduleNext();
        });
    }

    /** From any context. */
    void sleep() {
        queue.post(this::stop);
    }

    private void scheduleNext() {
        if (!asleep) {
            due = Period.next(due, bench.simulation().now());
            period.set(due, NONE);
        }
    }

    private void beginCycle() {
        if (!asleep) {
            sampling = ++cycle;
            missing = 2;
            limit.set(bench.simulation().now() + Bench.LIMIT, cycle);
            bench.first().start(cycle);
            bench.second().start(cycle);
        }
    }

    private void completed(int sensor, int tag, int value) {
        if (tag != sampling) {
            return; // the cycle is over: it was too late
        }
        values[sensor] = value;
        missing--;
        if (value == Sensor.FAULT) {
            limit.cancel();
            giveUp("sensor failed");
        } else if (missing == 0) {
            limit.cancel();
            sampling = NONE;
            bench.link().send(bench.packet(values[0], values[1]), tag);
        }
    }

    private void timedOut(int tag) {
        if (tag == sampling) {
            giveUp("timed out");
        }
    }

    private void giveUp(String reason) {
        sampling = NONE;
        bench.first().abort(cycle);
        bench.second().abort(cycle);
        bench.log().event(reason);
        scheduleNext();
    }

    private void stop() {
        asleep = true;
        sampling = NONE;
        period.cancel();
        limit.cancel();
        bench.first().abort(cycle);
        bench.second().abort(cycle);
        bench.link().withdraw();
        bench.log().event("asleep");
    }

    boolean isAsleep() {
        return asleep;
    }
}
