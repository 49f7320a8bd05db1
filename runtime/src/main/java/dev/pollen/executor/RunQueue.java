// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.RemoteLink;
import dev.pollen.platform.RemoteQueue;
import dev.pollen.platform.Sleeper;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one executor that are to be polled, first woken first.
 *
 * <p>A wake on the executor's own thread puts the task at the end of a list that this thread alone uses: two plain
 * stores. A wake on another thread goes through a {@link RemoteQueue}, which the executor takes over at the start of each
 * round; a push onto the empty one ends the executor's sleep. A task may be in both; it is polled once for both if the
 * remote wake came before the poll.
 *
 * <p><b>A slot that moves.</b> A stale wake, made by foreign code after its task had ended, may put a slot on the remote
 * queue of an executor that the slot has meanwhile left, and its new wakes would find it queued there. So whoever pushes
 * looks afterwards whether the slot has another home now, and whoever spawns a slot in a new home looks afterwards
 * whether it is still queued; each then empties the old queue and wakes what was in it again, at home ({@link
 * #rehome}). Both write first and read then, so one of them sees the other.
 */
final class RunQueue {
    /** The link of the last task in the list: null would mean that it is in none. */
    private static final TaskHeader TAIL = new Tail();

    private final RemoteQueue remote = new RemoteQueue();
    private final LiveTasks tasks;
    private final Sleeper sleeper;
    private final @Nullable Runnable pender;
    private @Nullable TaskHeader first;
    private @Nullable TaskHeader last;

    /** How many tasks at the front have been given their order for the round that they are in; see {@link RunOrder}. */
    private int ordered;

    /** The thread that the executor runs on; null while it does not. Another thread may read an old value, never itself. */
    private @Nullable Thread thread;

    /** Why tasks are refused; null while they are welcome. */
    private volatile @Nullable String refusal;

    RunQueue(LiveTasks tasks, Sleeper sleeper, @Nullable Runnable pender) {
        this.tasks = tasks;
        this.sleeper = sleeper;
        this.pender = pender;
    }

    void bind(@Nullable Thread executing) {
        thread = executing;
    }

    boolean isHere() {
        return thread == Thread.currentThread();
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    void refuse(@Nullable String reason) {
        refusal = reason;
    }

    /** Wakes a task that is spawned here; on any thread. */
    void wake(TaskHeader task) {
        if (thread == Thread.currentThread()) {
            wakeHere(task);
        } else {
            wakeRemotely(task);
        }
    }

    /** The first wake of a task, which is claimed; on any thread. */
    void spawn(TaskHeader task) {
        TaskRecord record = task.record;
        RunQueue before = record.home;
        boolean here = isHere();
        record.stage = TaskRecord.SPAWNED;
        if (before != this) {
            record.home = this;
        }
        task.owner = this;
        if (here) {
            admit(record);
        } else {
            record.handedOver = true;
        }
        if (before != this && before != null && task.isRemoteQueued()) {
            before.rehome();
        }
        if (!here) {
            wakeRemotely(task);
        }
    }

    /** Whether no task is to be polled, as far as this thread knows. */
    boolean isEmpty() {
        return first == null;
    }

    boolean hasRemote() {
        return !remote.isEmpty();
    }

    @Nullable
    TaskHeader last() {
        return last;
    }

    /** Appends what other threads have woken, in the order of their wakes, and admits what they have spawned. */
    void takeOver() {
        RemoteLink link = remote.takeAll();
        while (link != null) {
            RemoteLink next = RemoteQueue.release(link);
            takeOver((TaskHeader) link);
            link = next;
        }
    }

    private void takeOver(TaskHeader task) {
        TaskRecord record = task.record;
        RunQueue home = record.home;
        if (home != this) {
            home.wakeRemotely(task);
            return;
        }
        if (record.handedOver) {
            record.handedOver = false;
            admit(record);
        } else if (record.admitted) {
            wakeHere(task);
        }
    }

    private void admit(TaskRecord record) {
        record.admit();
        tasks.add(record);
        wakeHere(record.task);
    }

    private void wakeHere(TaskHeader task) {
        task.record.wakes++;
        if (task.local == null) {
            append(task);
        }
    }

    /** Takes the first task out, its flags cleared: wakes from now on are for the poll after the next. */
    TaskHeader pop() {
        TaskHeader task = first;
        if (task.isRemoteQueued()) {
            // What woke it from outside comes before this poll, so it is served by this poll.
            takeOver();
        }
        TaskHeader next = task.local;
        task.local = null;
        if (next == TAIL) {
            first = null;
            last = null;
        } else {
            first = next;
        }
        return task;
    }

    /** Gives the tasks in the list their order for the round that begins; a round of which steps have run goes on. */
    void orderRound(RunOrder order) {
        if (ordered == 0) {
            rearrange(order);
        }
        ordered = 0;
    }

    /** As {@link #orderRound}, before a single task is popped. */
    void orderStep(RunOrder order) {
        if (ordered == 0) {
            ordered = rearrange(order);
        }
        ordered--;
    }

    private int rearrange(RunOrder order) {
        int count = 0;
        for (TaskHeader task = first; task != null && task != TAIL; task = task.local) {
            count++;
        }
        TaskHeader placed = null;
        for (int left = count; left > 1; left--) {
            int picked = order.pick(left);
            if (picked < 0 || picked >= left) {
                throw new IndexOutOfBoundsException("a RunOrder picked number "
                        .concat(Integer.toString(picked))
                        .concat(" of ")
                        .concat(Integer.toString(left))
                        .concat(" tasks, which are counted from 0"));
            }
            placed = moveBehind(placed, picked);
        }
        return count;
    }

    /** Moves the n-th of the tasks that follow one, or of all, right behind it, or to the front. */
    private TaskHeader moveBehind(@Nullable TaskHeader placed, int n) {
        TaskHeader head = placed == null ? first : placed.local;
        TaskHeader previous = placed;
        TaskHeader chosen = head;
        for (int i = 0; i < n; i++) {
            previous = chosen;
            chosen = chosen.local;
        }
        if (chosen != head) {
            previous.local = chosen.local;
            if (chosen == last) {
                last = previous;
            }
            chosen.local = head;
            if (placed == null) {
                first = chosen;
            } else {
                placed.local = chosen;
            }
        }
        return chosen;
    }

    /**
     * Takes out a task that has ended and was woken during its last poll.
     *
     * @param task the task; it is in the list
     * @param before the last task of the list when that poll began; null if the list was empty
     */
    void unlink(TaskHeader task, @Nullable TaskHeader before) {
        TaskHeader previous = before;
        TaskHeader candidate = before == null ? first : before.local;
        while (candidate != task) {
            previous = candidate;
            candidate = candidate.local;
        }
        TaskHeader next = task.local;
        task.local = null;
        if (previous == null) {
            first = next == TAIL ? null : next;
        } else {
            previous.local = next;
        }
        if (next == TAIL) {
            last = previous;
        }
    }

    /** Forgets all wakes; the executor is about to cancel its tasks. */
    void discard() {
        while (first != null) {
            pop();
        }
        ordered = 0;
    }

    /** Tells the executor, wherever it is, that there is something to do. */
    void pend() {
        if (pender != null) {
            pender.run();
        }
        sleeper.wake();
    }

    private void append(TaskHeader task) {
        task.local = TAIL;
        TaskHeader before = last;
        if (before == null) {
            first = task;
        } else {
            before.local = task;
        }
        last = task;
    }

    private void wakeRemotely(TaskHeader task) {
        RemoteQueue.Offer offer = remote.offer(task);
        if (offer == RemoteQueue.Offer.REFUSED) {
            return;
        }
        if (offer == RemoteQueue.Offer.FIRST) {
            pend();
        }
        if (task.record.home != this) {
            rehome();
        }
    }

    /** Empties the remote queue, on any thread, and wakes everything that was in it where it belongs now. */
    private void rehome() {
        RemoteLink link = remote.takeAll();
        while (link != null) {
            RemoteLink next = RemoteQueue.release(link);
            TaskHeader task = (TaskHeader) link;
            task.record.home.wakeRemotely(task);
            link = next;
        }
    }

    private static final class Tail extends TaskHeader {}
}
