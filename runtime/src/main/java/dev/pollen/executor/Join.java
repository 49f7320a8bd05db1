// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Poll;
import dev.pollen.Unwinding;
import dev.pollen.WaitDescription;
import dev.pollen.Waker;
import dev.pollen.platform.CriticalSection;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task and whoever waits for its end: what the forms of {@link TaskJoin} have in common.
 *
 * <pre>
 *            1            2 result                3
 *   EMPTY ------> RUNNING ---------> FINISHED -------> OVER
 *                    |  \ 2 thrown                3
 *                    |   '---------> FAILED ----------> OVER
 *                  4 |                |  4
 *                    v                v
 *                CANCELLED        CANCELLED
 *
 *   1  start, from any phase but RUNNING    2  settle, called by Executor.end
 *   3  pollRun, if the budget allows        4  stopWaiting, from FINISHED too
 * </pre>
 *
 * <p>The run ends on the thread of its executor. A handle whose first poll is on that thread too stays there and needs no
 * fence; every other one is guarded by a critical section, one for all, which is entered twice in the life of a handle.
 */
abstract class Join implements Describable {
    private static final CriticalSection BETWEEN_THREADS = new CriticalSection();
    private static final String NAME = "a join handle";

    private static final byte EMPTY = 0;
    private static final byte RUNNING = 1;
    private static final byte FINISHED = 2;
    private static final byte FAILED = 3;
    private static final byte OVER = 4;
    private static final byte CANCELLED = 5;

    private byte phase;

    /** Polled by another thread than the run's: guarded for good. */
    private boolean shared;

    /** Polled by the run's own thread first: that thread alone touches it. */
    private boolean local;

    /** Has a poll of the run look twice, see {@link TaskPolling}. */
    private volatile boolean aborted;

    /** The run; null before it and after its end. */
    private @Nullable TaskRecord record;

    private @Nullable RunQueue queue;
    private @Nullable Waker waiter;
    private @Nullable Throwable failure;

    Join() {}

    /** Takes the result over from a task that is done. */
    abstract void keep(TaskHeader task);

    /** Lets go of a result. */
    void forget() {
        // A primitive holds nothing.
    }

    /** Starts anew, for a task that is about to be spawned. */
    final void start(TaskHeader task, RunQueue runs) {
        if (phase == RUNNING) {
            throw new IllegalStateException(NAME.concat(" was used again while its task ran: cancel it first"));
        }
        if (record != null) {
            leaveRun();
        }
        phase = RUNNING;
        shared = false;
        local = false;
        if (aborted) {
            aborted = false;
        }
        TaskRecord run = task.record;
        record = run;
        if (queue != runs) {
            queue = runs;
        }
        if (failure != null) {
            failure = null;
        }
        forget();
        run.join = this;
    }

    /**
     * The previous run, whose end nobody waits for, goes on; one whose abort has been asked for keeps that. The wake comes
     * after the mark, so the poll that follows it sees the mark, whatever an earlier one saw.
     */
    private void leaveRun() {
        BETWEEN_THREADS.enter();
        TaskRecord left = record;
        record = null;
        boolean marked = left != null && aborted;
        if (marked) {
            left.join = TaskPolling.ABORTED;
        }
        BETWEEN_THREADS.exit();
        if (marked) {
            left.task.wake();
        }
    }

    /** A handle that nobody has, and that is marked for good. */
    static Join marked() {
        Join mark = new TaskJoin<@Nullable Object>();
        mark.aborted = true;
        return mark;
    }

    /** Whether an abort of this run, or of the one before, was asked for; any thread. */
    final boolean isMarked() {
        return aborted;
    }

    /** Whether the run is to be cancelled; on the executor's thread. */
    final boolean isAborted(TaskRecord run) {
        return aborted && record == run;
    }

    /**
     * The end of a run, on the executor's thread.
     *
     * @param thrown how it ended; null by a result, which is taken from the task
     * @return whom to wake, once the slot is free; null if nobody takes the result
     */
    final @Nullable Waker settle(TaskRecord run, @Nullable Throwable thrown) {
        if (local) {
            return settled(run, thrown);
        }
        BETWEEN_THREADS.enter();
        Waker waker = settled(run, thrown);
        BETWEEN_THREADS.exit();
        return waker;
    }

    private @Nullable Waker settled(TaskRecord run, @Nullable Throwable thrown) {
        if (record != run) {
            return null;
        }
        record = null;
        if (phase != RUNNING) {
            return null;
        }
        if (thrown == null) {
            keep(run.task);
            phase = FINISHED;
        } else {
            failure = thrown;
            phase = FAILED;
        }
        Waker waker = waiter;
        waiter = null;
        return waker != null ? waker : Context.cancelled().waker();
    }

    final Poll pollRun(Context cx) {
        byte seen;
        if (isLocal()) {
            seen = phase;
            if (seen == RUNNING) {
                waiter = cx.waker();
            }
        } else {
            seen = look(cx);
        }
        if (seen == RUNNING) {
            return Poll.PENDING;
        }
        if (seen != FINISHED && seen != FAILED) {
            throw new IllegalStateException(NAME.concat(" was polled ").concat(ending()));
        }
        if (!cx.spend()) {
            cx.waker().wake();
            return Poll.PENDING;
        }
        phase = OVER;
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            throw Unwinding.rethrow(thrown);
        }
        return Poll.READY;
    }

    /** Whether the handle is touched by the run's own thread alone, from the first poll on or from this one, which is the first. */
    private boolean isLocal() {
        if (local) {
            if (phase == RUNNING) {
                checkHere();
            }
        } else if (!shared && phase == RUNNING && queue.isHere()) {
            local = true;
        }
        return local;
    }

    /** The phase; where the run goes on the waiter is registered. */
    private byte look(Context cx) {
        Waker waker = cx.waker();
        BETWEEN_THREADS.enter();
        shared = true;
        byte seen = phase;
        if (seen == RUNNING) {
            waiter = waker;
        }
        BETWEEN_THREADS.exit();
        return seen;
    }

    @Override
    public final void describeWait(WaitDescription to) {
        TaskRecord run = record;
        if (run != null) {
            to.reason("the end of task ".concat(run.name()));
        }
    }

    final void stopWaiting() {
        if (local) {
            checkHere();
        }
        BETWEEN_THREADS.enter();
        boolean over = phase == EMPTY || phase == OVER || phase == CANCELLED;
        Throwable untold = failure;
        if (!over) {
            phase = CANCELLED;
            waiter = null;
            failure = null;
        }
        BETWEEN_THREADS.exit();
        if (!over) {
            forget();
            if (untold != null && !(untold instanceof TaskAbortedException)) {
                Executor.reportUncaught(untold);
            }
        }
    }

    final void requestAbort() {
        BETWEEN_THREADS.enter();
        TaskRecord run = record;
        if (run != null) {
            aborted = true;
        }
        BETWEEN_THREADS.exit();
        if (run != null) {
            run.task.wake();
        }
    }

    final boolean hasEnded() {
        BETWEEN_THREADS.enter();
        boolean ended = phase != EMPTY && record == null;
        BETWEEN_THREADS.exit();
        return ended;
    }

    final void checkResult() {
        if (phase != OVER) {
            throw new IllegalStateException(NAME.concat(" was read before its poll returned READY"));
        }
    }

    private void checkHere() {
        if (!queue.isHere()) {
            throw new IllegalStateException(NAME.concat(" that the task's own executor had polled was used on another"
                    + " thread: pass it on before its first poll"));
        }
    }

    private String ending() {
        if (phase == EMPTY) {
            return "before it was started";
        }
        return phase == OVER ? "after completion; it gives its result once, keep that in a variable" : "after cancel";
    }
}
