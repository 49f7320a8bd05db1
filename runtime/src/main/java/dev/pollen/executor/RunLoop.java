// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.Sleeper;
import dev.pollen.time.Clock;
import dev.pollen.time.TimerQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rounds of polls, and sleep between them. On the executor's thread.
 *
 * <p>A round is a chain of tasks that is taken off the queue as a whole; so a task that is woken meanwhile is in the next
 * one. The clock is read at its beginning, and within a long one each time that {@link TaskPolling} asks for it.
 */
final class RunLoop {
    private final Clock clock;
    private final Sleeper sleeper;
    private final TimerQueue timers;
    private final RunQueue queue;
    private final TaskPolling polling;
    private final @Nullable Tracing tracing;
    private long rounds;

    RunLoop(
            Clock clock,
            Sleeper sleeper,
            TimerQueue timers,
            RunQueue queue,
            TaskPolling polling,
            @Nullable Tracing tracing) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.timers = timers;
        this.queue = queue;
        this.polling = polling;
        this.tracing = tracing;
    }

    long rounds() {
        return rounds;
    }

    boolean hasQueued() {
        return !queue.isEmpty() || queue.hasRemote();
    }

    /** Runs rounds while there are tasks to poll, or until a root has ended. */
    void runRounds(@Nullable AwaitingTask<?> root) {
        while (!polling.isInterrupted() && hasQueued() && (root == null || root.isRunning())) {
            runRound();
        }
    }

    /** Runs one round; whether any task was polled. */
    boolean runRound() {
        rounds++;
        if (tracing != null) {
            tracing.pollStart();
        }
        if (queue.isOrdered()) {
            return runOrderedRound();
        }
        TaskHeader task = queue.takeRound();
        if (task == null) {
            return false;
        }
        do {
            task = polling.pollChain(task);
            if (polling.isReadingDue()) {
                readClock();
            }
        } while (task != null && !polling.isInterrupted());
        if (task != null) {
            queue.giveBack(task);
        }
        polling.end();
        return true;
    }

    /**
     * As many polls as there are ready tasks now, each of the one that comes first then: so a task that is woken may
     * overtake, and a round ends however often tasks wake themselves.
     */
    private boolean runOrderedRound() {
        int turns = queue.ready();
        TaskHeader task = turns == 0 ? null : queue.takeBest();
        boolean polled = task != null;
        while (task != null) {
            polling.pollTaken(task);
            if (polling.isReadingDue()) {
                readClock();
            }
            turns--;
            task = turns == 0 || polling.isInterrupted() ? null : queue.takeBest();
        }
        polling.end();
        return polled;
    }

    /** Polls the one task that is next; whether there was one. */
    boolean step() {
        readClock();
        if (queue.isOrdered()) {
            TaskHeader best = queue.takeBest();
            if (best != null) {
                polling.pollTaken(best);
                polling.end();
            }
            return best != null;
        }
        TaskHeader task = queue.takeStep();
        if (task == null) {
            return false;
        }
        TaskHeader rest = polling.pollOne(task);
        if (rest != null) {
            queue.giveBack(rest);
        }
        polling.end();
        return true;
    }

    /** Sleeps until there is a task to poll or a timer is due; may return early. */
    void waitForWork() {
        readClock();
        if (queue.isEmpty()) {
            traceIdle();
            sleeper.prepare();
            if (!polling.isInterrupted() && !queue.hasRemote()) {
                sleeper.sleep(clock, timers.nextDeadline());
                readClock();
            }
        }
    }

    /** Whoever drives the executor gets the thread back: is to come again, or knows that nothing is ready. */
    void yieldThread() {
        if (hasQueued()) {
            queue.pendAgain();
        } else {
            traceIdle();
        }
    }

    private void traceIdle() {
        if (tracing != null) {
            tracing.executorIdle();
        }
    }

    void readClock() {
        polling.clockWasRead();
        timers.wakeDue();
    }
}
