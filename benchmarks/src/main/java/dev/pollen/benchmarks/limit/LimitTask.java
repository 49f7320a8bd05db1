// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

/** A task written by hand: its queue links, its flags and a state. It has no name, no counters and cannot be cancelled. */
public abstract class LimitTask {
    LimitTask next;
    boolean queued;
    LimitTask remoteNext;
    volatile int remoteQueued;
    LimitExecutor executor;

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

    /** Queues the task; on any thread. */
    public final void wakeRemotely() {
        executor.appendRemotely(this);
    }
}
