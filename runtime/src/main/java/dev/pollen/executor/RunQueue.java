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
 * remote wake came before the poll. Where the executor orders its tasks, a {@link ReadyOrder} takes the place of the list,
 * and the link of a queued task says no more than that it is queued.
 *
 * <p><b>A slot that moves.</b> A stale wake, made by foreign code after its task had ended, may put a slot on the remote
 * queue of an executor that the slot has meanwhile left, and its new wakes would find it queued there. So whoever pushes
 * looks afterwards whether the slot has another home now, and whoever spawns a slot in a new home looks afterwards
 * whether it is still queued; each then empties the old queue and wakes what was in it again, at home ({@link
 * #rehome}). Both write first and read then, so one of them sees the other.
 */
final class RunQueue {
    private final RemoteQueue remote = new RemoteQueue();
    private final LiveTasks tasks;
    private final Sleeper sleeper;
    private final @Nullable Runnable pender;

    /** The order of the ready tasks; null where it is that of their wakes, and the list here is all there is. */
    private final @Nullable ReadyOrder order;

    private final @Nullable RoundArrangement arrangement;
    private final @Nullable Tracing tracing;

    /** Whether a wake has to do more than to put its task at the end of the list. */
    private final boolean special;

    /** The first task of the list; null where it is empty, and then {@link #last} says nothing. */
    private @Nullable TaskHeader first;

    private @Nullable TaskHeader last;

    /** The thread that the executor runs on; null while it does not. Another thread may read an old value, never itself. */
    private @Nullable Thread thread;

    private final Executor executor;

    /** A task here drives another executor, which is the current one meanwhile; on the executor's thread. */
    private boolean covered;

    /** Why tasks are refused; null while they are welcome. */
    private volatile @Nullable String refusal;

    RunQueue(Executor executor, ExecutorBuilder settings, Sleeper sleeper, LiveTasks tasks, @Nullable Tracing tracing) {
        this.executor = executor;
        this.sleeper = sleeper;
        this.tasks = tasks;
        this.tracing = tracing;
        pender = settings.pender();
        order = ReadyOrder.by(settings.scheduling());
        arrangement = RoundArrangement.by(settings.order());
        special = order != null || tracing != null;
    }

    void bind(@Nullable Thread executing) {
        thread = executing;
    }

    Executor executor() {
        return executor;
    }

    @Nullable
    Thread thread() {
        return thread;
    }

    boolean isHere() {
        return thread == Thread.currentThread();
    }

    /** Whether this executor runs on this thread, and none inside of one of its tasks. */
    boolean isCurrent() {
        return isHere() && !covered;
    }

    /** A task here begins or ends to drive another executor. */
    void cover(boolean on) {
        covered = on;
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
        record.owner = this;
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
        return first == null && (order == null || order.size() == 0);
    }

    boolean hasRemote() {
        return !remote.isEmpty();
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
        } else if (record.isAdmitted()) {
            wakeHere(task);
        }
    }

    private void admit(TaskRecord record) {
        record.admit();
        tasks.add(record);
        if (record.scope != null) {
            record.scope.begun(record);
        }
        if (tracing != null) {
            tracing.taskNew(record);
        }
        wakeHere(record.task);
    }

    /** Wakes a task that is spawned here; on the executor's thread. */
    void wakeHere(TaskHeader task) {
        if (task.local != null) {
            task.record.wakesWithoutPoll++;
            return;
        }
        task.local = task;
        if (special) {
            appendSpecially(task);
        } else if (first == null) {
            first = task;
            last = task;
        } else {
            last.local = task;
            last = task;
        }
    }

    /**
     * Begins a round: everything that is queued now, remote wakes included, leaves the list as a chain of its own.
     *
     * @return the first task of the chain, to be walked with {@link #advance}; null if there is none
     */
    @Nullable
    TaskHeader takeRound() {
        TaskHeader chain = takeChain();
        return arrangement == null || chain == null ? chain : arranged(chain, true);
    }

    /** As {@link #takeRound}, where one task is polled and the rest is given back. */
    @Nullable
    TaskHeader takeStep() {
        TaskHeader chain = takeChain();
        return arrangement == null || chain == null ? chain : arranged(chain, false);
    }

    private TaskHeader arranged(TaskHeader chain, boolean whole) {
        try {
            return whole ? arrangement.ofRound(chain) : arrangement.ofStep(chain);
        } catch (Throwable thrown) {
            giveBack(arrangement.abandoned());
            throw thrown;
        }
    }

    /** As {@link #takeRound}, in the order of the wakes. */
    @Nullable
    TaskHeader takeChain() {
        if (!remote.isEmpty()) {
            takeOver();
        }
        TaskHeader chain = first;
        if (chain != null) {
            first = null;
        }
        return chain;
    }

    /**
     * Clears the flags of a task that is to be polled now: wakes from now on are for the next round.
     *
     * @return the next task of the chain; null after the last
     */
    @Nullable
    TaskHeader advance(TaskHeader task) {
        if (task.isRemoteQueued()) {
            // What woke it from outside comes before this poll, so it is served by this poll.
            takeOver();
        }
        TaskHeader next = task.local;
        task.local = null;
        return next == task ? null : next;
    }

    /** Ends a round early: the rest of its chain is queued again, before everything else. */
    void giveBack(TaskHeader chain) {
        TaskHeader end = chain;
        while (end.local != end) {
            end = end.local;
        }
        if (first == null) {
            last = end;
        } else {
            end.local = first;
        }
        first = chain;
    }

    /** Whether tasks are taken one by one, with {@link #takeBest}, and not round by round. */
    boolean isOrdered() {
        return order != null;
    }

    /** How many tasks are ready in an ordered queue, remote wakes included. */
    int ready() {
        takeOver();
        return order.size();
    }

    /** Takes the first task of an ordered queue out, its flags cleared; null if there is none. */
    @Nullable
    TaskHeader takeBest() {
        if (!remote.isEmpty()) {
            takeOver();
        }
        if (order.size() == 0) {
            return null;
        }
        TaskHeader task = order.takeFirst().record.task;
        task.local = null;
        return task;
    }

    /** The rank of a task is about to change: takes it out of the order, if it is there. */
    void beforeRankChange(TaskHeader task) {
        if (order != null && task.local != null) {
            order.remove(task.record.rank());
        }
    }

    /** The rank of a task has changed: gives it its new place, behind its equals, if it had one. */
    void afterRankChange(TaskHeader task) {
        if (order != null && task.local != null) {
            order.add(task.record.rank());
        }
    }

    /**
     * Takes a queued task that has ended out of the list.
     *
     * @return false if it is not in the list but in the chain of the round that runs, where it must stay
     */
    boolean unlink(TaskHeader task) {
        if (order != null) {
            order.remove(task.record.rank());
            task.local = null;
            return true;
        }
        TaskHeader previous = null;
        TaskHeader at = first;
        while (at != null && at != task) {
            previous = at;
            at = at == last ? null : at.local;
        }
        if (at == null) {
            return false;
        }
        TaskHeader next = task == last ? null : task.local;
        if (next == null) {
            last = previous;
        }
        if (previous == null) {
            first = next;
        } else {
            previous.local = next == null ? previous : next;
        }
        task.local = null;
        return true;
    }

    /** Forgets all wakes; the executor is about to cancel its tasks. */
    void discard() {
        if (order != null) {
            TaskHeader best = takeBest();
            while (best != null) {
                best.record.wakesWithoutPoll++;
                best = takeBest();
            }
            return;
        }
        TaskHeader task = takeChain();
        while (task != null) {
            TaskRecord record = task.record;
            record.wakesWithoutPoll++;
            task = advance(task);
            if (record.stage == TaskRecord.OVER) {
                record.release();
            }
        }
        if (arrangement != null) {
            arrangement.forget();
        }
    }

    /** No chain will be taken for a while: lets go of the last one. */
    void rest() {
        if (first == null) {
            last = null;
        }
    }

    /** Whether rounds are arranged, by rank or by a {@link RunOrder}. */
    boolean isArranged() {
        return order != null || arrangement != null;
    }

    /** Tells whoever drives the executor that tasks are ready already when it returns. */
    void pendAgain() {
        if (pender != null) {
            pender.run();
        }
    }

    /** Tells the executor, wherever it is, that there is something to do. */
    void pend() {
        if (pender != null) {
            pender.run();
        }
        sleeper.wake();
    }

    private void append(TaskHeader task) {
        task.local = task;
        if (special) {
            appendSpecially(task);
        } else {
            appendLast(task);
        }
    }

    private void appendLast(TaskHeader task) {
        if (first == null) {
            first = task;
        } else {
            last.local = task;
        }
        last = task;
    }

    private void appendSpecially(TaskHeader task) {
        if (order != null) {
            order.add(task.record.rank());
        } else {
            appendLast(task);
        }
        if (tracing != null) {
            tracing.taskReadyBegin(task.record);
        }
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
}
