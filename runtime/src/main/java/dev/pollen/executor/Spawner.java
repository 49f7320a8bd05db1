// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Task;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Starts tasks on one executor. All its methods may be called from any thread; from the executor's own they cost a few
 * plain stores. A spawned task is polled for the first time in the executor's next round, never from inside the call.
 *
 * <pre>{@code
 * spawner.spawn(hello("task")); // runs from the next round on
 * int sum = await(spawner.submit(sample(1))) + await(spawner.submit(sample(2))); // one after the other
 * print("sum " + sum);
 * }</pre>
 *
 * <p><b>Cancel safety.</b> Spawning is done when the call returns; there is nothing to cancel.
 *
 * <p><b>Threading.</b> Any thread.
 *
 * <p><b>Allocation.</b> None, but for the handle of a {@code submit} that is not awaited directly. A task that is
 * refused gives its slot back.
 *
 * <p><b>Errors.</b> {@link SpawnException} where the pool has no free slot or the executor takes no more;
 * {@link #trySpawn} says false.
 */
public class Spawner {
    private static final String EXHAUSTED = "its pool has no free slot";

    private final Executor executor;
    private final RunQueue queue;

    Spawner(Executor executor, RunQueue queue) {
        this.executor = executor;
        this.queue = queue;
    }

    /**
     * The executor that the tasks run on.
     *
     * @return the executor
     */
    public Executor executor() {
        return executor;
    }

    /**
     * Starts a task whose result nobody awaits. What it throws goes to the executor's handler.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @throws SpawnException if the task's pool had no free slot, the executor is closed or is stopping, or {@code t} was
     *     spawned before
     */
    public void spawn(Task<?> t) {
        String refusal = start(t);
        if (refusal != null) {
            throw refused(t, refusal);
        }
    }

    /**
     * Starts a task, if it can be started.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return false where {@link #spawn} throws
     */
    public boolean trySpawn(Task<?> t) {
        return start(t) == null;
    }

    /**
     * Starts a task whose result is awaited.
     *
     * @param <T> the type of the result
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return the result of this run
     * @throws SpawnException as {@link #spawn} does
     */
    @Placed(slot = TaskJoin.class, by = "submit$in")
    public <T extends @Nullable Object> JoinHandle<T> submit(Task<T> t) {
        return submit$in(t, new TaskJoin<>());
    }

    /**
     * {@link #submit(Task)} in a slot.
     *
     * @param <T> the type of the result
     * @param t what the call of an {@code @AsyncTask} method gave
     * @param slot a slot that is not in use
     * @return the slot
     */
    public <T extends @Nullable Object> TaskJoin<T> submit$in(Task<T> t, TaskJoin<T> slot) {
        submitTo(slot, t);
        return slot;
    }

    /**
     * Starts a task whose {@code int} result is awaited, without a box.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return the result of this run
     * @throws SpawnException as {@link #spawn} does
     */
    @Placed(slot = TaskJoin.OfInt.class, by = "submit$in")
    public JoinHandle.OfInt submit(Task.OfInt t) {
        return submit$in(t, new TaskJoin.OfInt());
    }

    /**
     * {@link #submit(Task.OfInt)} in a slot.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @param slot a slot that is not in use
     * @return the slot
     */
    public TaskJoin.OfInt submit$in(Task.OfInt t, TaskJoin.OfInt slot) {
        submitTo(slot, t);
        return slot;
    }

    /**
     * Starts a task whose {@code long} result is awaited, without a box.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return the result of this run
     * @throws SpawnException as {@link #spawn} does
     */
    @Placed(slot = TaskJoin.OfLong.class, by = "submit$in")
    public JoinHandle.OfLong submit(Task.OfLong t) {
        return submit$in(t, new TaskJoin.OfLong());
    }

    /**
     * {@link #submit(Task.OfLong)} in a slot.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @param slot a slot that is not in use
     * @return the slot
     */
    public TaskJoin.OfLong submit$in(Task.OfLong t, TaskJoin.OfLong slot) {
        submitTo(slot, t);
        return slot;
    }

    /**
     * Starts a task whose {@code double} result is awaited, without a box.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return the result of this run
     * @throws SpawnException as {@link #spawn} does
     */
    @Placed(slot = TaskJoin.OfDouble.class, by = "submit$in")
    public JoinHandle.OfDouble submit(Task.OfDouble t) {
        return submit$in(t, new TaskJoin.OfDouble());
    }

    /**
     * {@link #submit(Task.OfDouble)} in a slot.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @param slot a slot that is not in use
     * @return the slot
     */
    public TaskJoin.OfDouble submit$in(Task.OfDouble t, TaskJoin.OfDouble slot) {
        submitTo(slot, t);
        return slot;
    }

    /**
     * Starts a task whose {@code boolean} result is awaited, without a box.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return the result of this run
     * @throws SpawnException as {@link #spawn} does
     */
    @Placed(slot = TaskJoin.OfBoolean.class, by = "submit$in")
    public JoinHandle.OfBoolean submit(Task.OfBoolean t) {
        return submit$in(t, new TaskJoin.OfBoolean());
    }

    /**
     * {@link #submit(Task.OfBoolean)} in a slot.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @param slot a slot that is not in use
     * @return the slot
     */
    public TaskJoin.OfBoolean submit$in(Task.OfBoolean t, TaskJoin.OfBoolean slot) {
        submitTo(slot, t);
        return slot;
    }

    private void submitTo(Join join, TaskHeader t) {
        String refusal = check(t);
        if (refusal != null) {
            throw refused(t, refusal);
        }
        join.start(t, queue);
        hand(t);
    }

    private @Nullable String start(TaskHeader t) {
        String refusal = check(t);
        if (refusal == null) {
            hand(t);
        }
        return refusal;
    }

    private void hand(TaskHeader t) {
        queue.spawn(t);
        if (queue.refusal() != null) {
            executor.closedMeanwhile();
        }
    }

    /** Why a task cannot be started; null if it can. */
    private @Nullable String check(TaskHeader t) {
        TaskRecord record = t.record;
        if (record == null) {
            return "it comes from no pool: call its @AsyncTask method";
        }
        if (record.index == TaskRecord.NO_SLOT) {
            return EXHAUSTED;
        }
        if (record.stage != TaskRecord.CLAIMED) {
            return "it was spawned before: each call of its method can be spawned once";
        }
        if (record.claimedHere) {
            Executor claimedOn = record.claimedOn;
            if (claimedOn == executor && queue.isHere()) {
                record.claimedHere = false;
                executor.claims--;
            } else if (!record.takeClaim(claimedOn)) {
                return "the executor on whose thread its method was called is closed, and has taken the slot back: call"
                        + " the method again";
            }
        }
        String refusal = queue.refusal();
        if (refusal == null && record.scope != null) {
            refusal = record.scope.refusal(queue);
        }
        if (refusal != null) {
            t.clear();
            record.release();
        }
        return refusal;
    }

    private static SpawnException refused(TaskHeader t, String refusal) {
        TaskRecord record = t.record;
        if (refusal == EXHAUSTED) {
            return new SpawnException(record.pool().exhaustion());
        }
        String name = record == null ? t.getClass().getName() : record.name();
        return new SpawnException(
                "task ".concat(name).concat(" was not spawned: ").concat(refusal));
    }
}
