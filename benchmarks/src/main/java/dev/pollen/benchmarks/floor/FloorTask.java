// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

/** A task written by hand: a position, its links, and what the contract wants to know of it. */
public abstract class FloorTask {
    static final int FREE = 0;
    static final int CLAIMED = 1;
    static final int SPAWNED = 2;

    /** The position of a task that has ended. */
    protected static final int OVER = -1;

    final String name;
    final FloorPool<?> pool;

    /** For wakes on the executor's thread: the next task, itself at the end; null while it is not queued there. */
    FloorTask next;

    /** For wakes on other threads. */
    FloorTask remoteNext;

    volatile int remoteQueued;

    /** Where it runs, or ran last. */
    FloorExecutor executor;

    FloorHandle handle;

    /** Its place among the spawns of its executor: the order in which tasks are shown and cancelled. */
    long spawned;

    int stage;
    int nextFree;
    final int index;

    /** How often it was polled. */
    long polls;

    /** How often it was woken without being polled for it. */
    long wakesWithoutPoll;

    /** How often a poll brought nothing. */
    long spuriousPolls;

    /** The position in {@link #poll}. */
    protected int state;

    /**
     * Makes a slot.
     *
     * @param pool its pool
     * @param index its place there
     */
    protected FloorTask(FloorPool<?> pool, int index) {
        this.pool = pool;
        this.index = index;
        name = pool.name + "[" + index + "]";
    }

    /**
     * Goes on.
     *
     * @param cx gives the waker and the budget
     * @return whether the task has ended
     */
    protected abstract boolean poll(FloorExecutor cx);

    /**
     * What the task gives in the end.
     *
     * @return the result
     */
    protected int intResult() {
        return 0;
    }

    /**
     * Where the task stands.
     *
     * @return its position, and those of the frames that it awaits
     */
    protected String position() {
        return Integer.toString(state);
    }

    /** Takes the task out of what it waits for; it is cancelled. */
    protected void unwind() {
        // Most wait for nothing that knows them.
    }

    /** Wakes the task; on any thread, at any time. */
    public final void wake() {
        FloorExecutor runs = executor;
        if (runs != null && stage == SPAWNED) {
            if (runs.thread == Thread.currentThread()) {
                runs.wakeHere(this);
            } else {
                runs.wakeRemotely(this);
            }
        }
    }

    /** The first line of a poll: a task that has ended is not polled again. */
    protected final void checkPollable() {
        if (state == OVER) {
            throw new IllegalStateException("task " + name + " was polled after its end");
        }
    }

    /**
     * How often the task was polled.
     *
     * @return the number of polls
     */
    public final long polls() {
        return polls;
    }

    /**
     * How often the task was woken.
     *
     * @return the number of wakes
     */
    public final long wakes() {
        return polls + wakesWithoutPoll;
    }

    /**
     * How often a poll brought nothing.
     *
     * @return the number of such polls
     */
    public final long spuriousPolls() {
        return spuriousPolls;
    }
}
