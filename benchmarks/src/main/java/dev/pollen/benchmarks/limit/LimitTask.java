// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A task written by hand: its queue links, its flags and a state. It has no name, no counters and cannot be cancelled. */
public abstract class LimitTask {
    LimitTask next;
    boolean queued;
    LimitTask remoteNext;
    volatile int remoteQueued;
    LimitExecutor executor;

    /** How long its polls took; made for {@link LimitExecutor#runTimed} alone. */
    LimitTimes times;

    /** The position in {@link #poll}. */
    protected int state;

    /** Makes a task. */
    protected LimitTask() {}

    /**
     * Goes on.
     *
     * @return whether the task has ended
     */
    protected abstract boolean poll();

    /** Queues the task; on the executor's thread only. */
    public final void wake() {
        if (!queued) {
            executor.append(this);
        }
    }

    /** Queues the task; on any thread, of which the executor's own is told apart. */
    public final void wakeFromAnywhere() {
        if (executor.owner == Thread.currentThread()) {
            wake();
        } else {
            wakeRemotely();
        }
    }

    /** Measures how long the polls take. */
    public final void measure() {
        times = new LimitTimes();
    }

    /** Queues the task; on any other thread. */
    public final void wakeRemotely() {
        executor.appendRemotely(this);
    }
}
