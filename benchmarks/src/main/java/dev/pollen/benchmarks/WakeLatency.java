// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.sync.Notification;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * W7: how long after a wake from another thread a sleeping thread goes on, for an executor and for a plain thread, woken in
 * turn so that both meet the same machine. The median is compared: the tail is the machine's.
 */
final class WakeLatency {
    private static final int WAKES = 4_000;
    private static final long QUIET = 60_000;

    /** What was measured, in nanoseconds. */
    record Medians(double executor, double thread) {}

    private final Notification notification = Notification.of();
    private final long[] executorNanos = new long[WAKES];
    private final long[] threadNanos = new long[WAKES];
    private volatile long wokenAt;
    private volatile boolean parked;
    private volatile int arrived;

    private WakeLatency() {}

    static Medians measure() throws InterruptedException {
        WakeLatency latency = new WakeLatency();
        Thread executing = new Thread(latency::execute, "executor");
        Thread parking = new Thread(latency::park, "parked");
        executing.start();
        parking.start();
        for (int i = 0; i < WAKES; i++) {
            latency.quiet();
            latency.wokenAt = System.nanoTime();
            latency.notification.notifyOne();
            latency.awaitArrival(2 * i + 1);
            latency.quiet();
            latency.parked = true;
            latency.wokenAt = System.nanoTime();
            LockSupport.unpark(parking);
            latency.awaitArrival(2 * i + 2);
        }
        executing.join();
        parking.join();
        return new Medians(median(latency.executorNanos), median(latency.threadNanos));
    }

    private void quiet() {
        long until = System.nanoTime() + QUIET;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private void awaitArrival(int number) {
        while (arrived != number) {
            Thread.onSpinWait();
        }
    }

    private void execute() {
        new Executor().run(spawner -> spawner.spawn(measured(this)));
    }

    @AsyncTask
    static Task<Void> measured(WakeLatency latency) {
        for (int i = 0; i < WAKES; i++) {
            await(latency.notification.notified());
            latency.executorNanos[i] = System.nanoTime() - latency.wokenAt;
            latency.arrived = 2 * i + 1;
        }
        return Task.done();
    }

    private void park() {
        for (int i = 0; i < WAKES; i++) {
            while (!parked) {
                LockSupport.park(this);
            }
            threadNanos[i] = System.nanoTime() - wokenAt;
            parked = false;
            arrived = 2 * i + 2;
        }
    }

    private static double median(long[] nanos) {
        long[] sorted = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
