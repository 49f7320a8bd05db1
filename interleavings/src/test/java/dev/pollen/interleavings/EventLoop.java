// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import dev.pollen.executor.Executor;
import dev.pollen.time.VirtualClock;

/** A foreign event loop around an executor: polls it if it was told to, and never else. */
public final class EventLoop implements Runnable {
    private final Executor executor =
            Executor.builder().clock(new VirtualClock()).pender(this).build();

    private volatile boolean told;

    /** A loop around a new executor. */
    public EventLoop() {}

    /** The executor. */
    public Executor executor() {
        return executor;
    }

    /** What the executor calls, on any thread. */
    @Override
    public void run() {
        told = true;
    }

    /** One turn of the loop. */
    public void turn() {
        if (told) {
            told = false;
            executor.poll();
        }
    }

    /** Turns until nothing is to be done; when no other thread runs any more. */
    public void turnUntilIdle() {
        while (told) {
            turn();
        }
        Scenario.check(executor.failures() == 0, "the uncaught handler was told");
    }
}
