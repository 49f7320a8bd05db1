// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.StateMachine;
import dev.pollen.Unwinding;
import dev.pollen.platform.CriticalSection;
import org.jspecify.annotations.Nullable;

/**
 * The side record of one slot: what polling and waking do not need. Made with the pool.
 *
 * <p>The counters run for the life of the slot and are written by the thread of its executor; another thread may read
 * them late.
 */
public final class TaskRecord {
    /** The highest priority; the lowest, which every run of a task begins with, is 0. */
    public static final int HIGHEST_PRIORITY = 7;

    /** The deadline of a task that has none. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    private static final CriticalSection CLAIMS = new CriticalSection();

    static final byte FREE = 0;
    static final byte CLAIMED = 1;
    static final byte SPAWNED = 2;

    /** The run is over, but the slot still stands in the chain of a round: whoever comes to it there gives it back. */
    static final byte OVER = 3;

    /** Spawned, and among its executor's tasks. */
    static final byte ADMITTED = 4;

    /** The index of a token for "no slot was free". */
    static final int NO_SLOT = -1;

    long polls;

    /** Wakes that found the task queued already, or that its end overtook; each of the others was followed by one poll. */
    long wakesWithoutPoll;

    private long spuriousPolls;
    final TaskHeader task;
    final int index;

    /** The low half of {@link #polls} at the beginning of the run: enough to know its first poll, and the record has 112 bytes. */
    private int pollsBeforeRun;

    private final @Nullable TaskPool<?> pool;
    private @Nullable TaskAbortedException abortion;
    private @Nullable PollTimes times;
    private @Nullable Rank rank;
    private @Nullable Object @Nullable [] locals;

    /** On which executor's thread the claim was made, while {@link #claimedHere}; else that of an earlier claim. */
    @Nullable
    Executor claimedOn;

    /** What the run ends with, see {@link TaskScope}. */
    @Nullable
    TaskScope scope;

    /** The pool's stack of free slots: the next one, counted from 1. */
    int nextFree;

    /** FREE, CLAIMED, SPAWNED and so on; passed on with the slot, so it needs no fence of its own. */
    byte stage;

    /** The claim was made on the thread of {@link #claimedOn}, and is neither spawned nor taken back. */
    boolean claimedHere;

    /** Spawned by another thread and not yet seen by the executor: what that thread wrote is visible after a read. */
    volatile boolean handedOver;

    /** Where wakes go; null while the task is not spawned. Here, since the frame is 4 bytes smaller without it. */
    @Nullable
    RunQueue owner;

    /** The queue that the slot was last spawned on; it stays when the task ends, see {@link RunQueue}. */
    volatile @Nullable RunQueue home;

    /** Nobody expects this run to end, see {@link BackgroundTasks}. */
    boolean background;

    /** The place among the tasks of its executor, see {@link LiveTasks}. */
    long admission;

    /** The list of its {@link TaskScope}. */
    @Nullable
    TaskRecord earlier;

    @Nullable
    TaskRecord later;

    /** Whoever waits for the result. */
    @Nullable
    Join join;

    /** The record of a slot; without a pool, of an {@link AwaitingTask}. */
    TaskRecord(TaskHeader task, @Nullable TaskPool<?> pool, int index) {
        this.task = task;
        this.pool = pool;
        this.index = index;
    }

    /**
     * The task's name.
     *
     * @return the name that the annotation gives, else {@code Class.method}
     */
    public String name() {
        return pool == null ? ((AwaitingTask<?>) task).name() : pool.name();
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
        return polls + wakesWithoutPoll + (task.local == null ? 0 : 1);
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
        return times == null ? 0 : times.busyNanos();
    }

    /**
     * How long the longest poll took.
     *
     * @return nanoseconds of the executor's clock; 0 unless it was built with {@code timing(true)}
     */
    public long longestPollNanos() {
        return times == null ? 0 : times.longestPollNanos();
    }

    /**
     * The priority of this run.
     *
     * @return from 0, the default, to {@link #HIGHEST_PRIORITY}
     */
    public int priority() {
        return rank == null ? 0 : rank.priority;
    }

    /**
     * Sets the priority of this run; heeded where the executor was built with {@link Scheduling#PRIORITY}. A task that is
     * queued moves to the end of its new level. Before the spawn on the thread that spawns, later on the executor's.
     *
     * @param priority from 0 to {@link #HIGHEST_PRIORITY}; higher goes first
     * @throws IllegalArgumentException if there is no such priority
     * @throws IllegalStateException if the task runs on an executor of another thread, or has ended
     */
    public void setPriority(int priority) {
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException(
                    "the priority of a task is from 0 to 7, and is ".concat(Integer.toString(priority)));
        }
        change(priority, deadline());
    }

    /**
     * The deadline of this run.
     *
     * @return a time of the executor's clock in nanoseconds; {@link #NO_DEADLINE} unless set
     */
    public long deadline() {
        return rank == null ? NO_DEADLINE : rank.deadline;
    }

    /**
     * Sets the deadline of this run; heeded where the executor was built with {@link Scheduling#DEADLINE}. A task that is
     * queued moves to its new place. Before the spawn on the thread that spawns, later on the executor's.
     *
     * @param instantNanos a time of the executor's clock, or {@link #NO_DEADLINE}
     * @throws IllegalStateException if the task runs on an executor of another thread, or has ended
     */
    public void setDeadline(long instantNanos) {
        change(priority(), instantNanos);
    }

    /**
     * Moves the deadline, for a periodic task; see {@link #setDeadline}.
     *
     * @param nanos how much later than the last one
     * @throws IllegalStateException as {@code setDeadline}, or if there is no deadline to move
     * @throws ArithmeticException if the time would be out of range
     */
    public void moveDeadline(long nanos) {
        if (deadline() == NO_DEADLINE) {
            throw new IllegalStateException(
                    "task ".concat(name()).concat(" has no deadline to move: set the first one with setDeadline"));
        }
        setDeadline(Math.addExact(deadline(), nanos));
    }

    private void change(int priority, long deadline) {
        if (stage == CLAIMED) {
            rank().priority = priority;
            rank().deadline = deadline;
            return;
        }
        RunQueue queue = owner;
        if (queue == null || !queue.isHere()) {
            throw new IllegalStateException("the priority or deadline of task "
                    .concat(name())
                    .concat(
                            queue == null
                                    ? " was set while it does not run: set it before the spawn, or from a running task"
                                    : " was set from another thread than its executor's: set it before the spawn, or"
                                            + " from a task of that executor"));
        }
        queue.beforeRankChange(task);
        rank().priority = priority;
        rank().deadline = deadline;
        queue.afterRankChange(task);
    }

    Rank rank() {
        Rank made = rank;
        if (made == null) {
            made = new Rank(this);
            rank = made;
        }
        return made;
    }

    /** A call of the task's method has taken the slot. */
    void claimed() {
        stage = CLAIMED;
        // A slot is mostly claimed where it was last spawned, and that takes no look into the thread's locals.
        RunQueue last = home;
        Executor here = last != null && last.isCurrent() ? last.executor() : Executor.current();
        claimedHere = here != null;
        if (here != null) {
            if (claimedOn != here) {
                claimedOn = here;
            }
            here.claims++;
        }
        if (rank != null) {
            rank.reset();
        }
        task.state(StateMachine.START);
    }

    /**
     * Takes the right to spawn, or to take back, a claim that was made on an executor's thread: for those who are not on
     * that thread, or may meet somebody who is not.
     */
    boolean takeClaim(Executor on) {
        CLAIMS.enter();
        boolean taken = stage == CLAIMED && claimedHere && claimedOn == on;
        if (taken) {
            claimedHere = false;
        }
        CLAIMS.exit();
        return taken;
    }

    @Nullable
    TaskPool<?> pool() {
        return pool;
    }

    /** Among its executor's tasks; exact on that executor's thread. */
    boolean isAdmitted() {
        return stage == ADMITTED;
    }

    /** The slot begins a run here. */
    void admit() {
        pollsBeforeRun = (int) polls;
    }

    /** A poll was PENDING and nothing was ready in it. The first one of a run is none to wonder about. */
    void countUnspentPoll() {
        if ((int) polls - pollsBeforeRun != 1) {
            spuriousPolls++;
        }
    }

    void countTime(long nanos) {
        PollTimes counted = times;
        if (counted == null) {
            counted = new PollTimes();
            times = counted;
        }
        counted.add(nanos);
    }

    /** What a handle throws when the run was cancelled. */
    TaskAbortedException abortion() {
        TaskAbortedException made = abortion;
        if (made == null) {
            made = new TaskAbortedException(name());
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

    /** The value of a {@link TaskLocal} in this run; null where it has none. */
    @Nullable
    Object local(int variable) {
        return locals == null || variable >= locals.length ? null : locals[variable];
    }

    void local(int variable, @Nullable Object value) {
        Object[] values = locals;
        if (values == null || variable >= values.length) {
            Object[] longer = new Object[variable + 1];
            if (values != null) {
                System.arraycopy(values, 0, longer, 0, values.length);
            }
            values = longer;
            locals = longer;
        }
        values[variable] = value;
    }

    /** Gives the slot back; the task has ended or was never run. */
    void release() {
        owner = null;
        if (scope != null) {
            scope = null;
        }
        Object[] values = locals;
        if (values != null) {
            for (int i = 0; i < values.length; i++) {
                values[i] = null;
            }
        }
        background = false;
        stage = FREE;
        if (pool != null) {
            pool.release(this);
        }
    }

    /** For messages: name, and where the slot stands. */
    String describe() {
        return name().concat(": ").concat(where());
    }

    /** For messages: where the slot stands. */
    String where() {
        if (index == NO_SLOT) {
            return "no slot was free";
        }
        if (stage >= SPAWNED) {
            return Unwinding.describe(task);
        }
        return stage == CLAIMED ? "claimed, never spawned" : "free";
    }

    /** The chain of awaits from the task down to what it waits for. */
    String awaits() {
        StringBuilder chain = new StringBuilder();
        StateMachine frame = task;
        String at = Awaited.at(frame);
        while (at != null) {
            chain.append(chain.length() == 0 ? "" : ", which awaits ").append(at);
            frame = Awaited.frame(Awaited.by(frame));
            at = frame == null ? null : Awaited.at(frame);
        }
        return chain.length() == 0 ? task.at(StateMachine.START) : chain.toString();
    }
}
