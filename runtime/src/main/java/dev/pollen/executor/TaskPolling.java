// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Poll;
import dev.pollen.Unwinding;
import dev.pollen.Waker;
import dev.pollen.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Polls tasks, one after the other, and does what follows from a poll: the end of the task, or the judgement of a poll
 * that brought nothing. On the executor's thread.
 *
 * <p>{@link #pollChain} and {@link #poll} are what each resumption of each task goes through. They hold what every poll
 * needs and nothing else, and all of the executor's that they touch is in this one object, which is the polls' context
 * too: what stays in registers and on the stack over the call of a task is this, the task and the next one.
 */
final class TaskPolling extends PollContext {
    private static final int POLLS_PER_READING = 64;

    /** Has a poll look twice, see {@link #isNotToBePolled}. */
    private static final Join OVER = new TaskJoin<@Nullable Object>();

    /** Polls up to the last reading of the clock. */
    private long pollsUntilLast;

    private int pollsUntilReading = POLLS_PER_READING;
    private volatile boolean interrupted;

    private final LiveTasks tasks;
    private final RunQueue queue;
    private final Failures failures;
    private final Clock clock;
    private final boolean timing;
    private final @Nullable Tracing tracing;

    /** Whether polls are measured or traced. */
    private final boolean observed;

    TaskPolling(
            LiveTasks tasks,
            RunQueue queue,
            Failures failures,
            Clock clock,
            boolean timing,
            @Nullable Tracing tracing) {
        this.tasks = tasks;
        this.queue = queue;
        this.failures = failures;
        this.clock = clock;
        this.timing = timing;
        this.tracing = tracing;
        observed = timing || tracing != null;
    }

    long polls() {
        return pollsUntilLast + POLLS_PER_READING - pollsUntilReading;
    }

    /** Whether the clock is to be read before the next poll. */
    boolean isReadingDue() {
        return pollsUntilReading <= 0;
    }

    /** The clock was read. */
    void clockWasRead() {
        pollsUntilLast = polls();
        pollsUntilReading = POLLS_PER_READING;
    }

    /** Whether no further task is to be polled. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** Has the chain ended after the current poll, or lets the next one begin; from any thread. */
    void interrupt(boolean now) {
        interrupted = now;
    }

    /**
     * Polls the tasks of a chain until its end, or until the clock is to be read or this is interrupted.
     *
     * @param chain what {@link RunQueue#takeRound} gave
     * @return the rest of the chain; null if there is none
     */
    @Nullable
    TaskHeader pollChain(TaskHeader chain) {
        TaskHeader task = chain;
        do {
            TaskHeader next = queue.advance(task);
            pollsUntilReading--;
            poll(task);
            task = next;
        } while (pollsUntilReading > 0 && task != null && !interrupted);
        return task;
    }

    /** Polls the first task of a chain; returns the rest. */
    @Nullable
    TaskHeader pollOne(TaskHeader chain) {
        TaskHeader next = queue.advance(chain);
        pollsUntilReading--;
        poll(chain);
        return next;
    }

    /** Polls a task that has left an ordered queue. */
    void pollTaken(TaskHeader task) {
        pollsUntilReading--;
        poll(task);
    }

    /** Edges 4, 6, 7 and 8 of {@link TaskHeader}: polls a task whose flags are cleared. */
    private void poll(TaskHeader task) {
        if (observed) {
            pollObserved(task);
        } else {
            pollUnobserved(task);
        }
    }

    private void pollUnobserved(TaskHeader task) {
        TaskRecord record = task.record;
        Join join = record.join;
        if (join != null && isNotToBePolled(record, join)) {
            return;
        }
        record.polls++;
        begin(task);
        Poll outcome;
        try {
            outcome = task.poll(this);
        } catch (Throwable thrown) {
            end(task, thrown, false);
            return;
        }
        if (outcome == Poll.READY) {
            end(task, null, false);
        } else if (!wasUsual()) {
            judge(task, record);
        }
    }

    /** Whether the run is over, or is to be, instead of being polled. */
    private boolean isNotToBePolled(TaskRecord record, Join join) {
        if (record.stage == TaskRecord.OVER) {
            record.join = null;
            record.release();
            return true;
        }
        if (join.isAborted(record)) {
            record.wakesWithoutPoll++;
            cancel(record.task);
            return true;
        }
        return false;
    }

    private void pollObserved(TaskHeader task) {
        TaskRecord record = task.record;
        if (tracing != null) {
            tracing.taskExecBegin(record);
        }
        long begin = timing ? clock.now() : 0;
        pollUnobserved(task);
        if (timing) {
            record.countTime(clock.now() - begin);
        }
        if (tracing != null) {
            tracing.taskExecEnd(record);
        }
    }

    /** A poll was PENDING, and nothing was ready in it or it asked for no waker. */
    private void judge(TaskHeader task, TaskRecord record) {
        if (wasUnspent()) {
            record.countUnspentPoll();
        }
        if (!wasWakerTaken() && task.local == null && !task.isRemoteQueued()) {
            failures.report(record.name(), lost(record));
        }
    }

    /** Unwinds a task that runs here and is not being polled, to its end; also from inside the poll of another one. */
    void cancel(TaskHeader task) {
        TaskHeader outer = task();
        int left = left();
        Throwable failure = null;
        begin(task);
        try {
            Unwinding.cancel(task);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        end(task, failure, true);
        resume(outer, left);
    }

    /**
     * Edges 7 and 9 of {@link TaskHeader}.
     *
     * @param failure what the task threw; null if it returned or was unwound
     * @param cancelled whether it was cancelled: then a failure is told to the handler too
     */
    private void end(TaskHeader task, @Nullable Throwable failure, boolean cancelled) {
        TaskRecord record = task.record;
        tasks.remove(record);
        if (tracing != null) {
            tracing.taskEnd(record);
        }
        Waker waiter = null;
        Join join = record.join;
        if (join != null) {
            record.join = null;
            waiter = join.settle(record, cancelled && failure == null ? record.abortion() : failure);
        }
        if (waiter == null && failure == null && !cancelled) {
            record.dropResult();
        }
        TaskScope scope = record.scope;
        giveBack(task, record);
        if (waiter != null) {
            waiter.wake();
        }
        boolean untold = failure != null && (waiter == null || cancelled);
        if (untold && (scope == null || !scope.take(failure))) {
            failures.report(record.name(), failure);
        }
        end();
        if (scope != null) {
            scope.ended();
        }
    }

    private void giveBack(TaskHeader task, TaskRecord record) {
        if (task.local != null) {
            record.wakesWithoutPoll++;
            if (!queue.unlink(task)) {
                task.owner = null;
                record.scope = null;
                record.stage = TaskRecord.OVER;
                record.join = OVER;
                return;
            }
        }
        record.release();
    }

    private static IllegalStateException lost(TaskRecord record) {
        return new IllegalStateException("task "
                .concat(record.name())
                .concat(" is lost: its poll returned PENDING at ")
                .concat(record.awaits())
                .concat(
                        " without asking for a waker, so nothing will ever poll it again. The future that is awaited there"
                                + " must call cx.waker() in every poll that returns PENDING, and wake it later"));
    }
}
