// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Poll;
import dev.pollen.Unwinding;
import dev.pollen.Waker;
import dev.pollen.time.TimerQueue;
import org.jspecify.annotations.Nullable;

/**
 * Polls tasks, one after the other, and does what follows from a poll: the end of the task, or the judgement of a poll
 * that brought nothing. On the executor's thread.
 *
 * <p>{@link #pollChain} and {@link #poll} are what each resumption of each task goes through. They hold what every poll
 * needs and nothing else, and all of the executor's that they touch is in this one object, which is the polls' context
 * too: what stays in registers and on the stack over the call of a task is this, the task and the next one.
 */
final class TaskPolling extends PollContext implements TimerQueue.Watcher {
    private static final int MOST_POLLS_PER_READING = 64;

    /** How long the polls between two readings of the clock should take at most. */
    private static final long NANOS_PER_READING = 50_000;

    /** Stands in for the handle of a run that is over. */
    private static final Join OVER = Join.marked();

    /** Stands in for a handle that asked for an abort and went on to another run before this looked. */
    static final Join ABORTED = Join.marked();

    /** Polls up to the last reading of the clock. */
    private long pollsUntilLast;

    /**
     * Polls from one reading of the clock to the next: twice as many each time while they are short, one where they are
     * long, so that a timer is not late by 64 long polls.
     */
    private int pollsPerReading = 1;

    /** What {@link #pollsUntilReading} began with: as many as may be, while there is no timer to be late for. */
    private int countedFrom = MOST_POLLS_PER_READING;

    private int pollsUntilReading = countedFrom;

    /** When the clock was read last for timers. */
    private long lastReading = TimerQueue.NO_DEADLINE;

    private long rounds;
    private volatile boolean interrupted;

    private final LiveTasks tasks;
    private final RunQueue queue;
    private final Failures failures;
    private final TimerQueue timers;
    private final @Nullable PollTiming timing;
    private final @Nullable Tracing tracing;

    TaskPolling(
            LiveTasks tasks,
            RunQueue queue,
            Failures failures,
            TimerQueue timers,
            @Nullable PollTiming timing,
            @Nullable Tracing tracing) {
        this.tasks = tasks;
        this.queue = queue;
        this.failures = failures;
        this.timers = timers;
        this.timing = timing;
        this.tracing = tracing;
        timers.watch(this);
    }

    long rounds() {
        return rounds;
    }

    /** Counts a round that is special. */
    void beginRound() {
        rounds++;
    }

    long polls() {
        return pollsUntilLast + countedFrom - pollsUntilReading;
    }

    /** Whether polls are measured or traced, and so a chain is to be walked with {@link #pollOne}. */
    boolean isObserved() {
        return timing != null || tracing != null;
    }

    /** Reads the clock, and wakes what is due. */
    void readClock() {
        lastReading = timers.wakeDue();
        countFrom(lastReading == TimerQueue.NO_DEADLINE ? MOST_POLLS_PER_READING : pollsPerReading);
        interruptTiming();
    }

    /** The same between two polls. */
    private void readClockAgain() {
        long before = lastReading;
        readClock();
        if (before != TimerQueue.NO_DEADLINE && lastReading != TimerQueue.NO_DEADLINE) {
            boolean areShort = lastReading - before <= NANOS_PER_READING;
            pollsPerReading = areShort ? Math.min(2 * pollsPerReading, MOST_POLLS_PER_READING) : 1;
            countFrom(pollsPerReading);
        }
    }

    private void countFrom(int next) {
        pollsUntilLast = polls();
        countedFrom = next;
        pollsUntilReading = next;
    }

    @Override
    public boolean isCurrent() {
        return queue.isCurrent();
    }

    @Override
    public void armed() {
        if (pollsUntilReading > pollsPerReading) {
            countFrom(pollsPerReading);
        }
    }

    /** No poll will follow at once. */
    void rest() {
        end();
        interruptTiming();
    }

    private void interruptTiming() {
        if (timing != null) {
            timing.interrupt();
        }
    }

    /** Whether no further task is to be polled. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** Has the chain ended after the current poll, or lets the next one begin; from any thread. */
    void interrupt(boolean now) {
        interrupted = now;
    }

    /** Runs rounds while there are tasks to poll, or until a root has ended; not where rounds are special. */
    void pollRounds(@Nullable AwaitingTask<?> root) {
        while (!interrupted && (root == null || root.isRunning()) && pollRound()) {
            // The next one.
        }
    }

    /** Runs one round, which is not special; whether any task was polled. */
    boolean pollRound() {
        TaskHeader chain = queue.takeChain();
        if (chain == null) {
            return false;
        }
        rounds++;
        TaskHeader rest = pollChain(chain);
        if (rest != null) {
            queue.giveBack(rest);
        }
        return true;
    }

    /**
     * Polls the tasks of a chain until its end, or until this is interrupted; not where polls are observed.
     *
     * @param chain what {@link RunQueue#takeChain} gave
     * @return the rest of the chain; null if there is none
     */
    private @Nullable TaskHeader pollChain(TaskHeader chain) {
        TaskHeader task = chain;
        do {
            countDown();
            if (task.isRemoteQueued()) {
                queue.takeOver();
            }
            TaskHeader link = task.local;
            TaskHeader next = link == task ? null : link;
            task.local = null;
            poll(task);
            task = next;
        } while (task != null && !interrupted);
        return task;
    }

    /** Polls the first task of a chain, observed or not; returns the rest. */
    @Nullable
    TaskHeader pollOne(TaskHeader chain) {
        countDown();
        TaskHeader next = queue.advance(chain);
        pollTaken(chain);
        return next;
    }

    /** Before each poll, and before its task has left the queue: counts it, and reads the clock when that is due. */
    void countDown() {
        if (--pollsUntilReading <= 0) {
            readClockAgain();
        }
    }

    /** Polls a task that has left its queue, observed or not. */
    void pollTaken(TaskHeader task) {
        TaskRecord record = task.record;
        if (tracing != null) {
            tracing.taskExecBegin(record);
            interruptTiming();
        }
        if (timing != null) {
            timing.begin();
        }
        poll(task);
        if (timing != null) {
            timing.end(record);
        }
        if (tracing != null) {
            tracing.taskExecEnd(record);
        }
    }

    /** Edges 4, 6, 7 and 8 of {@link TaskHeader}: polls a task whose flags are cleared. */
    private void poll(TaskHeader task) {
        TaskRecord record = task.record;
        Join join = record.join;
        if (join != null && join.isMarked() && isNotToBePolled(record, join)) {
            return;
        }
        record.polls++;
        begin(task);
        Poll outcome;
        try {
            outcome = task.poll(this);
        } catch (Throwable thrown) {
            end(task(), thrown, false);
            return;
        }
        // From here on the task is what the context says it is: so the compiled loop need not keep it over the call.
        if (outcome == Poll.READY) {
            end(task(), null, false);
        } else if (!wasUsual()) {
            judge(task());
        }
    }

    @Override
    Executor executor() {
        return queue.executor();
    }

    @Override
    void wakeHere(TaskHeader task) {
        queue.wakeHere(task);
    }

    /** Whether the run is over, or is to be, instead of being polled; where the handle is marked. */
    private boolean isNotToBePolled(TaskRecord record, Join join) {
        if (record.stage == TaskRecord.OVER) {
            record.join = null;
            record.release();
            return true;
        }
        if (join == ABORTED || join.isAborted(record)) {
            record.wakesWithoutPoll++;
            cancel(record.task);
            return true;
        }
        return false;
    }

    /** A poll was PENDING, and nothing was ready in it or it asked for no waker. */
    private void judge(TaskHeader task) {
        TaskRecord record = task.record;
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
        if (record.scope != null) {
            record.scope.remove(record);
        }
        if (tracing != null) {
            tracing.taskEnd(record);
        }
        Waker waiter = null;
        Join join = record.join;
        if (join != null) {
            waiter = join.settle(record, cancelled && failure == null ? record.abortion() : failure);
            // Only now: up to here the handle may leave a mark in the run, see Join.leaveRun.
            record.join = null;
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
                record.owner = null;
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
