// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.BackgroundTasks;
import dev.pollen.executor.Executor;
import dev.pollen.executor.InterruptExecutor;
import dev.pollen.executor.Spawner;
import dev.pollen.time.Clock;
import dev.pollen.time.Delay;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;

/**
 * Executors that take the processor away from less urgent ones. On the real clock each is an {@link InterruptExecutor}, a thread
 * with a priority. On a virtual clock, where nothing happens at the same time, they do what they do on a microcontroller: they run
 * on top of whoever computes, as soon as they are due.
 */
public final class Urgency {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Spawner base;
    private final Clock clock;

    /** On a virtual clock: most urgent first. */
    private final List<Executor> executors = new ArrayList<>();

    /** How many of them are more urgent than what runs. */
    private int above;

    /**
     * No executors yet.
     *
     * @param base starts tasks on the least urgent one, which goes on as it is
     */
    public Urgency(Spawner base) {
        this.base = base;
        clock = base.executor().clock();
        if (clock instanceof VirtualClock) {
            BackgroundTasks.spawn(base, interrupts(this));
        }
    }

    /**
     * Makes an executor, less urgent than those that were made before.
     *
     * @param name its name
     * @param priority the priority of its thread
     * @return what starts tasks there
     */
    public Spawner executor(String name, int priority) {
        Executor.Builder settings = Executor.builder().name(name);
        if (!(clock instanceof VirtualClock)) {
            return InterruptExecutor.start(settings, priority).spawner();
        }
        Executor made = settings.clock(clock).build();
        executors.add(made);
        above = executors.size();
        return made.spawner();
    }

    /**
     * Holds the processor, as far as it may.
     *
     * @param millis until that time has passed, in which others may have run
     */
    public void compute(long millis) {
        if (!(clock instanceof VirtualClock virtual)) {
            Delay.blockForMillis(millis);
            return;
        }
        long end = clock.now() + millis * NANOS_PER_MILLI;
        while (clock.now() < end) {
            virtual.advance(Math.max(0, Math.min(end, nextDeadline()) - clock.now()));
            preempt();
        }
    }

    private long nextDeadline() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < above; i++) {
            next = Math.min(next, executors.get(i).nextDeadline());
        }
        return next;
    }

    /** Lets run who is more urgent than what runs, the most urgent first. */
    private void preempt() {
        int before = above;
        for (int i = 0; i < before; i++) {
            above = i;
            executors.get(i).runUntilStalled();
        }
        above = before;
    }

    /** What interrupts a processor that sleeps. */
    @AsyncTask
    private static Task<Void> interrupts(Urgency urgency) {
        try {
            while (true) {
                urgency.preempt();
                await(Timer.at(urgency.nextDeadline()));
            }
        } finally {
            urgency.executors.forEach(Executor::close);
        }
    }
}
