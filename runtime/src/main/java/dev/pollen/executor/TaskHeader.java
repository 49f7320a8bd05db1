// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.StateMachine;
import dev.pollen.Unwinding;
import dev.pollen.Waker;
import dev.pollen.platform.RemoteLink;
import org.jspecify.annotations.Nullable;

/**
 * The first 24 bytes of a task's frame, and the task's waker: object header, a link for the wakes of other threads, a
 * link for those of the executor's own, and its side record, which knows the queue of the executor that runs it. The woven
 * position follows.
 *
 * <pre>{@code
 *             1 claim               2 spawn, trySpawn, submit             4 advance, poll
 *   FREE ---------------> CLAIMED ------------------------> QUEUED ------------------------> POLLED
 *    ^ ^                     |                               |   ^                            | | |
 *    | |  3 spawn refused    |                               |   |  5 wake, during or after   | | |
 *    | '---------------------'                               |   |    the poll                | | |
 *    |                                                       |   '----- WAITING <-------------' | |
 *    |                                                       |             |    6 PENDING       | |
 *    |                                      8 abort, stop    |             | 8 stop             | |
 *    |                                                       v             v                    | |
 *    |   9 released                                      CANCELLED <-------'                    | |
 *    '---------------------------------------------------- | ^  '-------------------------------' |
 *    '-----------------------------------------------------'                 7 READY or thrown    |
 *    '--------------------------------------------------------------------------------------------'
 *
 *   1  TaskPool.claim, on any thread: the pool's stack gives the slot to one caller
 *   2  Spawner.spawn, trySpawn and submit: through the local link on the executor's thread, else through the remote one;
 *      then RunQueue.takeOver admits it to the executor's tasks
 *   3  Spawner, where the executor is closed or is stopping
 *   4  RunQueue.advance clears the flags, TaskPolling.poll polls
 *   5  wake: QUEUED already in the same list means nothing is to be done
 *   6  the poll returned PENDING; if it asked for no waker and nothing has queued the task, the task is lost
 *   7  TaskPolling.end: the result or the exception goes to the join handle, what nobody takes to the uncaught handler
 *   8  JoinHandle.abort marks and wakes, TaskPolling.poll finds the mark; Executor.stop and close cancel what is left
 *   9  TaskPolling.end: off the list if a wake came during the last poll, out of the executor's tasks, back to the pool
 * }</pre>
 *
 * <p>QUEUED is two independent flags: {@code local != null}, which the executor's thread alone reads and writes, and the
 * remote link. A wake after the end finds no owner and does nothing; if it was under way when the slot was released, its
 * remote link may still be set when the slot is spawned again: then it is a spurious wake of the new occupant, and is
 * carried to the new executor where that is another one (see {@link RunQueue}).
 */
public abstract class TaskHeader extends RemoteLink implements Waker, StateMachine {
    /** The next task in the executor's own list, this one at its end; null while this is in no such list. */
    @Nullable
    TaskHeader local;

    /** What is rarely needed; given once, by the pool. */
    @Nullable
    TaskRecord record;

    /** Made by Future classes and pools alone. */
    protected TaskHeader() {}

    @Override
    public final void wake() {
        TaskRecord known = record;
        if (known != null) {
            RunQueue queue = known.owner;
            if (queue != null) {
                queue.wake(this);
            }
        }
    }

    /**
     * The side record of this slot: name, counters, priority and deadline.
     *
     * @return the record; null for a task that no pool has made
     */
    public final @Nullable TaskRecord record() {
        return record;
    }

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError(at(START));
    }

    @Override
    public int state() {
        return START;
    }

    @Override
    public void state(int state) {
        // A task that is not woven has no position.
    }

    @Override
    public @Nullable Future<?> child(int state) {
        return null;
    }

    @Override
    public void clear() {
        // A task that is not woven has saved nothing.
    }

    @Override
    public String at(int state) {
        return getClass().getName();
    }

    /**
     * Makes another slot of the same task; called by the pool alone. Generated source overrides it.
     *
     * @return an empty slot of this very class
     */
    protected TaskHeader fresh() {
        throw new NotWovenError(at(START));
    }

    /**
     * The result of a task that is done, which the slot lets go.
     *
     * @return the result; null where it is a primitive
     */
    protected @Nullable Object result() {
        return null;
    }

    /**
     * The result of a task that is done.
     *
     * @return the result
     */
    protected int intResult() {
        throw new NotWovenError(at(START));
    }

    /**
     * The result of a task that is done.
     *
     * @return the result
     */
    protected long longResult() {
        throw new NotWovenError(at(START));
    }

    /**
     * The result of a task that is done.
     *
     * @return the result
     */
    protected double doubleResult() {
        throw new NotWovenError(at(START));
    }

    /**
     * The result of a task that is done.
     *
     * @return the result
     */
    protected boolean booleanResult() {
        throw new NotWovenError(at(START));
    }

    @Override
    public final String toString() {
        TaskRecord known = record;
        return known == null ? Unwinding.describe(this) : known.describe();
    }
}
