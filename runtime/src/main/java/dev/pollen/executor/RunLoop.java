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

    /** Whether a round is more than polls in the order of wakes: traced, measured, or in an order of its own. */
    private final boolean special;

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
        special = queue.isArranged() || polling.isObserved();
    }

    long rounds() {
        return polling.rounds();
    }

    boolean hasQueued() {
        return !queue.isEmpty() || queue.hasRemote();
    }

    /** Runs rounds while there are tasks to poll, or until a root has ended. */
    void runRounds(@Nullable AwaitingTask<?> root) {
        if (special) {
            while (!polling.isInterrupted() && hasQueued() && (root == null || root.isRunning())) {
                specialRound();
            }
        } else {
            polling.pollRounds(root);
        }
        rest();
    }

    /** Runs one round; whether any task was polled. */
    boolean runRound() {
        boolean polled = special ? specialRound() : polling.pollRound();
        rest();
        return polled;
    }

    private void rest() {
        polling.rest();
        queue.rest();
    }

    private boolean specialRound() {
        polling.beginRound();
        if (tracing != null) {
            tracing.pollStart();
        }
        if (queue.isOrdered()) {
            return orderedRound();
        }
        TaskHeader task = queue.takeRound();
        if (task == null) {
            return false;
        }
        do {
            task = polling.pollOne(task);
        } while (task != null && !polling.isInterrupted());
        if (task != null) {
            queue.giveBack(task);
        }
        return true;
    }

    /**
     * As many polls as there are ready tasks now, each of the one that comes first then: so a task that is woken may
     * overtake, and a round ends however often tasks wake themselves.
     */
    private boolean orderedRound() {
        int turns = queue.ready();
        boolean polled = false;
        while (turns > 0 && !polling.isInterrupted()) {
            polling.countDown();
            TaskHeader task = queue.takeBest();
            if (task == null) {
                break;
            }
            polling.pollTaken(task);
            polled = true;
            turns--;
        }
        return polled;
    }

    /** Polls the one task that is next; whether there was one. */
    boolean step() {
        readClock();
        boolean polled = queue.isOrdered() ? orderedStep() : chainStep();
        rest();
        return polled;
    }

    private boolean orderedStep() {
        TaskHeader best = queue.takeBest();
        if (best != null) {
            polling.countDown();
            polling.pollTaken(best);
        }
        return best != null;
    }

    private boolean chainStep() {
        TaskHeader task = queue.takeStep();
        if (task == null) {
            return false;
        }
        TaskHeader rest = polling.pollOne(task);
        if (rest != null) {
            queue.giveBack(rest);
        }
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
        polling.readClock();
    }
}
