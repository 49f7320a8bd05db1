// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.AtomicWord;
import dev.pollen.platform.CurrentPools;
import dev.pollen.platform.KnownPools;
import dev.pollen.platform.PoolSizes;
import org.jspecify.annotations.Nullable;

/**
 * The slots of one task: all frames that it will ever have. Generated code holds one pool for each {@code @AsyncTask}
 * method.
 *
 * <p>Claiming and releasing a slot takes one compare-and-set, is safe between threads and allocates nothing. The free
 * slots are a stack of indices whose head carries a version, so that a slot which was claimed and released in between is
 * not taken for the one that was seen (ABA).
 *
 * @param <T> the class of the slots
 */
public final class TaskPool<T extends TaskHeader> {
    private static final int SLOTS_IN_MESSAGE = 16;

    private final String key;
    private final String name;
    private final TaskRecord[] records;
    private final TaskHeader exhausted;
    private final boolean referenceResult;

    /** What this pool stands in for, and where; null for the pool of the program itself. */
    private final @Nullable TaskPool<T> program;

    private final @Nullable TaskPools pools;

    /** The list of {@link TaskPools}. */
    @Nullable
    TaskPool<?> older;

    /** The executor that noted this pool last; a value of another's is as good as none. */
    @Nullable
    LiveTasks seenBy;

    /** Version in the upper half, first free slot, counted from 1, in the lower. */
    private final AtomicWord free = new AtomicWord(1);

    /**
     * Makes a pool and all its slots.
     *
     * @param prototype the first slot; it makes the others
     * @param key class and method, for example {@code demo.Blinky.blink}: the system property {@code
     *     pollen.poolSize.<key>}, or the same line in the resource {@code META-INF/pollen/pools.properties}, sets the size
     * @param name the task's name in messages
     * @param size the number of slots where nothing else is configured
     * @throws IllegalArgumentException if the size is not positive
     */
    public TaskPool(T prototype, String key, String name, int size) {
        this(prototype, key, name, PoolSizes.sizeOf(prototype.getClass(), key, size), null, null);
    }

    /** A pool that stands in for a program's. */
    @SuppressWarnings("unchecked") // a slot makes others of its class
    TaskPool(TaskPool<T> program, TaskPools pools) {
        this((T) program.records[0].task.fresh(), program.key, program.name, program.records.length, program, pools);
    }

    private TaskPool(
            T prototype, String key, String name, int slots, @Nullable TaskPool<T> program, @Nullable TaskPools pools) {
        this.key = key;
        this.name = name;
        this.program = program;
        this.pools = pools;
        if (slots < 1) {
            throw new IllegalArgumentException("the pool of task "
                    .concat(name)
                    .concat(" needs at least one slot, and its size is ")
                    .concat(Integer.toString(slots)));
        }
        referenceResult = !ExhaustedTask.isPrimitive(prototype);
        exhausted = ExhaustedTask.like(prototype);
        exhausted.record = new TaskRecord(exhausted, this, TaskRecord.NO_SLOT);
        records = new TaskRecord[slots];
        for (int index = 0; index < slots; index++) {
            TaskHeader slot = index == 0 ? prototype : prototype.fresh();
            TaskRecord record = new TaskRecord(slot, this, index);
            slot.record = record;
            record.nextFree = index + 1 < slots ? index + 2 : 0;
            records[index] = record;
        }
        KnownPools.add(this);
    }

    /**
     * Takes a free slot, of this pool or of the one that stands in for it here, see {@link TaskPools}. Safe between
     * threads, allocates nothing.
     *
     * @return a slot in state START, to be given to a spawner; null if none is free
     */
    public @Nullable T claim() {
        return CurrentPools.isUsed() ? TaskPools.select(this).claimHere() : claimHere();
    }

    @SuppressWarnings("unchecked") // every slot is the prototype or made by it
    private @Nullable T claimHere() {
        for (; ; ) {
            long seen = free.get();
            int first = (int) seen;
            if (first == 0) {
                return null;
            }
            TaskRecord record = records[first - 1];
            if (free.compareAndSet(seen, nextVersion(seen) | record.nextFree)) {
                record.claimed();
                return (T) record.task;
            }
        }
    }

    /**
     * What calling the task's method gives when no slot is free.
     *
     * @return a task that every spawner refuses; always the same object for the pool that {@link #claim} claims from
     */
    public TaskHeader exhausted() {
        return CurrentPools.isUsed() ? TaskPools.select(this).exhausted : exhausted;
    }

    /** What its tasks are called. */
    String name() {
        return name;
    }

    /**
     * The number of slots.
     *
     * @return the size, at least 1
     */
    public int size() {
        return records.length;
    }

    /**
     * The side record of a slot, for monitoring.
     *
     * @param index which slot, counted from 0
     * @return its record
     */
    public TaskRecord record(int index) {
        return records[index];
    }

    void release(TaskRecord record) {
        long seen;
        do {
            seen = free.get();
            record.nextFree = (int) seen;
        } while (!free.compareAndSet(seen, nextVersion(seen) | (record.index + 1)));
    }

    /** Whether a result is an object, which an ended task must let go. */
    boolean hasReferenceResult() {
        return referenceResult;
    }

    String exhaustion() {
        StringBuilder text = new StringBuilder(200);
        text.append("no free slot for task ").append(name);
        text.append(records.length == 1 ? ": the only slot of its pool is" : ": all ");
        if (records.length > 1) {
            text.append(records.length).append(" slots of its pool are");
        }
        text.append(" in use. Raise poolSize of its @AsyncTask, or set the system property pollen.poolSize.");
        text.append(key).append(", or let an earlier one end first.");
        for (int index = 0; index < records.length && index < SLOTS_IN_MESSAGE; index++) {
            text.append(" Slot ")
                    .append(index)
                    .append(": ")
                    .append(records[index].where())
                    .append('.');
        }
        if (records.length > SLOTS_IN_MESSAGE) {
            text.append(" And ").append(records.length - SLOTS_IN_MESSAGE).append(" more.");
        }
        return text.toString();
    }

    /**
     * One line for each slot that was claimed and not spawned: on an executor's thread, or on none, where other slots of
     * the pool run on that executor.
     */
    void dumpClaims(Executor on, StringBuilder dump) {
        boolean runsThere = runsOn(on);
        for (TaskRecord record : records) {
            if (record.stage == TaskRecord.CLAIMED && (record.claimedHere ? record.claimedOn == on : runsThere)) {
                dump.append(record.describe()).append('\n');
            }
        }
    }

    private boolean runsOn(Executor executor) {
        for (TaskRecord record : records) {
            if (record.isAdmitted() && executor.owns(record.home)) {
                return true;
            }
        }
        return false;
    }

    /** Takes back the slots that were claimed on an executor's thread and not spawned. */
    void takeBackClaims(Executor on) {
        for (TaskRecord record : records) {
            if (record.claimedHere && record.claimedOn == on && record.takeClaim(on)) {
                record.task.clear();
                record.release();
            }
        }
    }

    /** One line for each slot that is not free, those of background tasks left out. */
    void dumpTaken(StringBuilder dump) {
        for (TaskRecord record : records) {
            if (record.stage != TaskRecord.FREE && !record.background) {
                dump.append(record.describe()).append('\n');
            }
        }
    }

    @Nullable
    TaskPool<T> program() {
        return program;
    }

    @Nullable
    TaskPools pools() {
        return pools;
    }

    private static long nextVersion(long seen) {
        return ((seen >>> 32) + 1) << 32;
    }
}
