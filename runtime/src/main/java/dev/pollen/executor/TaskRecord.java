// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.StateMachine;
import dev.pollen.Unwinding;
import org.jspecify.annotations.Nullable;

/**
 * The side record of one slot: what polling and waking do not need. Made with the pool.
 *
 * <p>The counters run for the life of the slot and are written by the thread of its executor; another thread may read
 * them late.
 */
public final class TaskRecord {
    static final byte FREE = 0;
    static final byte CLAIMED = 1;
    static final byte SPAWNED = 2;

    /** The index of a token for "no slot was free". */
    static final int NO_SLOT = -1;

    final TaskHeader task;
    final int index;
    private final @Nullable TaskPool<?> pool;
    private final String name;
    private @Nullable TaskAbortedException abortion;

    /** The pool's stack of free slots: the next one, counted from 1. */
    int nextFree;

    /** FREE, CLAIMED or SPAWNED; passed on with the slot, so it needs no fence of its own. */
    byte stage;

    /** Spawned by another thread and not yet seen by the executor: what that thread wrote is visible after a read. */
    volatile boolean handedOver;

    /** The queue that the slot was last spawned on; it stays when the task ends, see {@link RunQueue}. */
    volatile @Nullable RunQueue home;

    /** Nobody expects this run to end, see {@link BackgroundTasks}. */
    boolean background;

    /** Among its executor's tasks; that executor's thread alone reads and writes it. */
    boolean admitted;

    /** The list of {@link LiveTasks}. */
    @Nullable
    TaskRecord earlier;

    @Nullable
    TaskRecord later;

    /** Whoever waits for the result. */
    @Nullable
    Join join;

    long polls;
    long wakes;
    private long pollsBeforeRun;
    private long spuriousPolls;
    private long busyNanos;
    private long longestPollNanos;

    TaskRecord(TaskHeader task, @Nullable TaskPool<?> pool, String name, int index) {
        this.task = task;
        this.pool = pool;
        this.name = name;
        this.index = index;
    }

    /**
     * The task's name.
     *
     * @return the name that the annotation gives, else {@code Class.method}
     */
    public String name() {
        return name;
    }

    /**
     * Which slot of the pool this is.
     *
     * @return the index, counted from 0
     */
    public int index() {
        return index;
    }

    /**
     * How often the slot was polled.
     *
     * @return the number of polls
     */
    public long polls() {
        return polls;
    }

    /**
     * How often the slot was woken, the spawns included; wakes that found it queued by another thread count once.
     *
     * @return the number of wakes
     */
    public long wakes() {
        return wakes;
    }

    /**
     * How many polls brought nothing: PENDING, and nothing that the task awaits had become ready.
     *
     * @return the number of such polls, the first one of a task not counted
     */
    public long spuriousPolls() {
        return spuriousPolls;
    }

    /**
     * How long the polls took together.
     *
     * @return nanoseconds of the executor's clock; 0 unless it was built with {@code timing(true)}
     */
    public long busyNanos() {
        return busyNanos;
    }

    /**
     * How long the longest poll took.
     *
     * @return nanoseconds of the executor's clock; 0 unless it was built with {@code timing(true)}
     */
    public long longestPollNanos() {
        return longestPollNanos;
    }

    @Nullable
    TaskPool<?> pool() {
        return pool;
    }

    /** The slot begins a run here. */
    void admit() {
        pollsBeforeRun = polls;
    }

    /** A poll was PENDING and nothing was ready in it. The first one of a run is none to wonder about. */
    void countUnspentPoll() {
        if (polls - pollsBeforeRun > 1) {
            spuriousPolls++;
        }
    }

    void countTime(long nanos) {
        busyNanos += nanos;
        longestPollNanos = Math.max(longestPollNanos, nanos);
    }

    /** What a handle throws when the run was cancelled. */
    TaskAbortedException abortion() {
        TaskAbortedException made = abortion;
        if (made == null) {
            made = new TaskAbortedException(name);
            abortion = made;
        }
        return made;
    }

    /** Nobody wants the result of the task that is done. */
    void dropResult() {
        if (pool != null && pool.hasReferenceResult()) {
            task.result();
        }
    }

    /** Gives the slot back; the task has ended or was never run. */
    void release() {
        task.owner = null;
        background = false;
        stage = FREE;
        if (pool != null) {
            pool.release(this);
        }
    }

    /** For messages: name, and where the slot stands. */
    String describe() {
        return name.concat(": ").concat(where());
    }

    /** For messages: where the slot stands. */
    String where() {
        if (index == NO_SLOT) {
            return "no slot was free";
        }
        if (stage == SPAWNED) {
            return Unwinding.describe(task);
        }
        return stage == CLAIMED ? "claimed, never spawned" : "free";
    }

    /** The chain of awaits from the task down to what it waits for. */
    String awaits() {
        StringBuilder chain = new StringBuilder();
        Object frame = task;
        String separator = "";
        while (frame instanceof StateMachine machine) {
            int state = machine.state();
            if (state <= StateMachine.START) {
                break;
            }
            chain.append(separator).append(machine.at(state & ~StateMachine.CANCELLING));
            separator = ", which awaits ";
            frame = machine.child(state & ~StateMachine.CANCELLING);
        }
        return chain.length() == 0 ? task.at(StateMachine.START) : chain.toString();
    }
}
