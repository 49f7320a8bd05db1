// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.threads;

import dev.pollen.samples.models.hardware.*;
import dev.pollen.samples.models.runtime.*;

/**
 * The scenario as a loop that blocks, with a thread for each sensor beside it. Run it with {@code ./demo models-threads}; it
 * prints what sensors, host and sampler do until the sleep signal, {@code [   103 ms] sensor 1 gives 11} and so on.
 *
 * <p>The loop reads as the scenario does. What costs is that two things at once are two more threads: whoever gives up on
 * one of them has to interrupt it and to wait until it has noticed. The sleep signal is an interrupt of the loop's thread,
 * without which it would wait for whatever blocks.
 */
final class ThreadSampler {
    private final Os os;
    private final Bench bench;
    private final BlockingLink link;
    private OsSemaphore answers;
    private SensorReader first;
    private SensorReader second;
    private OsThread thread;
    private boolean isToSleep;
    private boolean asleep;

    ThreadSampler(Bench bench, Os os) {
        this.os = os;
        this.bench = bench;
        link = new BlockingLink(os, bench.link());
    }

    void start() {
        answers = new OsSemaphore(os);
        first = new SensorReader(os, "first sensor", bench.first(), answers);
        second = new SensorReader(os, "second sensor", bench.second(), answers);
        thread = os.start("sampler", this::run);
    }

    /** From any context. */
    void sleep() {
        isToSleep = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            long due = os.now();
            while (!isToSleep) {
                due = Period.next(due, os.now());
                os.sleepUntil(due);
                sampleAndSend();
            }
        } catch (InterruptedException sleep) {
            // What was blocked has cleaned up after itself.
        }
        first.end();
        second.end();
        if (isToSleep) { // else the operating system is shut down
            bench.log().event("asleep");
            asleep = true;
        }
    }

    private void sampleAndSend() throws InterruptedException {
        String failure = null;
        long limit = os.now() + Bench.LIMIT;
        first.ask();
        second.ask();
        try {
            while (failure == null && (first.isReading() || second.isReading())) {
                if (!answers.take(limit)) {
                    failure = "timed out";
                } else if (first.hasFailed() || second.hasFailed()) {
                    failure = "sensor failed";
                }
            }
        } finally {
            first.giveUp();
            second.giveUp();
            while (first.isReading() || second.isReading()) {
                answers.take();
            }
        }
        if (failure == null) {
            link.send(bench.packet(first.value(), second.value()));
        } else {
            bench.log().event(failure);
        }
    }

    boolean isAsleep() {
        return asleep;
    }
}
