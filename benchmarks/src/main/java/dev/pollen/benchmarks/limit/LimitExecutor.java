// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.limit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The least that an executor can be: a FIFO through the tasks for wakes on its own thread, a stack by CAS for those of
 * other threads, and a loop. It is what Pollen's executor is measured against.
 */
public final class LimitExecutor {
    private static final VarHandle REMOTE;
    private static final VarHandle QUEUED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            REMOTE = lookup.findVarHandle(LimitExecutor.class, "remote", LimitTask.class);
            QUEUED = lookup.findVarHandle(LimitTask.class, "remoteQueued", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private LimitTask first;
    private LimitTask last;

    /** The thread that runs this, or ran it last. */
    Thread owner;

    private volatile LimitTask remote;

    /** An executor without tasks. */
    public LimitExecutor() {}

    /**
     * Starts a task.
     *
     * @param task a task that is not running
     */
    public void spawn(LimitTask task) {
        task.executor = this;
        task.state = 0;
        append(task);
    }

    void append(LimitTask task) {
        task.queued = true;
        task.next = null;
        if (last == null) {
            first = task;
        } else {
            last.next = task;
        }
        last = task;
    }

    void appendRemotely(LimitTask task) {
        if (!QUEUED.compareAndSet(task, 0, 1)) {
            return;
        }
        LimitTask head;
        do {
            head = remote;
            task.remoteNext = head;
        } while (!REMOTE.compareAndSet(this, head, task));
    }

    private void takeOver() {
        LimitTask newest = (LimitTask) REMOTE.getAndSet(this, null);
        LimitTask oldest = null;
        while (newest != null) {
            LimitTask following = newest.remoteNext;
            newest.remoteNext = oldest;
            oldest = newest;
            newest = following;
        }
        while (oldest != null) {
            LimitTask following = oldest.remoteNext;
            oldest.remoteNext = null;
            oldest.remoteQueued = 0;
            oldest.wake();
            oldest = following;
        }
    }

    /** Polls what is queued until nothing is. */
    public void run() {
        owner = Thread.currentThread();
        for (LimitTask task = takeNext(); task != null; task = takeNext()) {
            task.poll();
        }
    }

    /** {@link #run} with one reading of the clock for each poll, which ends it and begins the next. */
    public void runTimed() {
        owner = Thread.currentThread();
        long begin = System.nanoTime();
        for (LimitTask task = takeNext(); task != null; task = takeNext()) {
            task.poll();
            long end = System.nanoTime();
            LimitTimes times = task.times;
            times.busy += end - begin;
            times.longest = Math.max(times.longest, end - begin);
            begin = end;
        }
    }

    private LimitTask takeNext() {
        if (remote != null) {
            takeOver();
        }
        LimitTask task = first;
        if (task != null) {
            first = task.next;
            if (first == null) {
                last = null;
            }
            task.queued = false;
        }
        return task;
    }
}
