// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/**
 * The result of one run, an object of its own. Used on the executor's thread; {@link #abort} on any.
 */
public final class FloorHandle {
    private static final int EMPTY = 0;
    private static final int RUNNING = 1;
    private static final int FINISHED = 2;
    private static final int FAILED = 3;
    private static final int OVER = 4;

    private int phase = EMPTY;
    private int value;
    private Throwable failure;
    private FloorTask waiter;
    private FloorTask run;
    private volatile boolean aborted;

    /** A handle of nothing. */
    public FloorHandle() {}

    void start(FloorTask task) {
        if (phase == RUNNING) {
            throw new IllegalStateException("the handle was used again while its task ran");
        }
        if (aborted) {
            aborted = false;
        }
        phase = RUNNING;
        run = task;
        task.handle = this;
    }

    boolean isAborted() {
        return aborted;
    }

    /** The end of the run: the result moves here; gives whoever waits for it. */
    FloorTask settle(FloorTask task, Throwable thrown) {
        run = null;
        task.handle = null;
        if (thrown == null) {
            value = task.intResult();
            phase = FINISHED;
        } else {
            failure = thrown;
            phase = FAILED;
        }
        FloorTask woken = waiter;
        waiter = null;
        return woken;
    }

    /**
     * Asks for the end of the run.
     *
     * @param cx of the task that asks
     * @return whether there is a result; once
     */
    public boolean poll(FloorExecutor cx) {
        if (phase == RUNNING) {
            waiter = cx.waker();
            return false;
        }
        if (phase != FINISHED && phase != FAILED) {
            throw new IllegalStateException("the handle was polled before its start or after its end");
        }
        if (!cx.spend()) {
            cx.pollAgain();
            return false;
        }
        phase = OVER;
        if (failure != null) {
            Throwable thrown = failure;
            failure = null;
            throw new IllegalStateException(thrown);
        }
        return true;
    }

    /**
     * The result.
     *
     * @return what the run gave
     */
    public int getAsInt() {
        if (phase != OVER) {
            throw new IllegalStateException("the handle was read before its end");
        }
        return value;
    }

    /** Has the run cancelled; on any thread. */
    public synchronized void abort() {
        FloorTask task = run;
        if (task != null) {
            aborted = true;
            task.wake();
        }
    }
}
