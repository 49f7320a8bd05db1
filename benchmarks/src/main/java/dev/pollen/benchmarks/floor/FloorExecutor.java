// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks.floor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The least that an executor can be which keeps the contract that Pollen's keeps. Its duties, each of which has a test:
 *
 * <ol>
 *   <li>A poll that is PENDING without having asked for the waker is a lost task, and is reported at once.
 *   <li>A poll may take 128 ready results; then the next one wakes its task and waits.
 *   <li>Polls, wakes and polls that brought nothing are counted for each task.
 *   <li>Wakes come from any thread, at any time: before, during and after a poll and after the end; none is lost, and
 *       several before a poll make one poll. A flag is cleared before its poll.
 *   <li>First woken, first polled, own wakes before others'; a task that is woken in a round is polled in the next.
 *   <li>The clock is looked at every 64 polls, and before and after a sleep; timers ring in their order, and a task that is cancelled
 *       leaves them.
 *   <li>A task that throws ends, its slot is free, the handler is told or the handle throws it, and the executor goes on.
 *   <li>A handle is an object of its own: the result is in it before whoever waits is woken, and the slot is free by then.
 *   <li>A run is aborted from any thread; a stop from any thread cancels all tasks, oldest first.
 *   <li>Slots are claimed from any thread, and it is known which are claimed and never spawned.
 *   <li>It is known which tasks there are, in the order of their spawns, and where each stands.
 *   <li>What is over or was not started is not polled, and says so; so does a handle.
 *   <li>While a task is polled it is known which one.
 * </ol>
 *
 * <p>What is left out, so that this is less than the contract: priorities, deadlines, scopes, task locals, traces, timing
 * and sleep; spawns by other threads; names and lines in messages; handles on other threads; and no care is taken for size, as a task is one object.
 */
public final class FloorExecutor {
    private static final int BUDGET = 128;
    private static final int TAKEN = 0x100;
    private static final int POLLS_PER_READING = 64;
    private static final VarHandle REMOTE;
    private static final VarHandle QUEUED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            REMOTE = lookup.findVarHandle(FloorExecutor.class, "remote", FloorTask.class);
            QUEUED = lookup.findVarHandle(FloorTask.class, "remoteQueued", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final List<FloorPool<?>> pools = new ArrayList<>();
    private FloorTimers timers;
    private final List<String> failures = new ArrayList<>();
    private FloorTask first;
    private FloorTask last;
    private FloorTask polled;

    /** The budget that is left, and whether the waker was asked for. */
    private int left;

    private int untilReading = POLLS_PER_READING;
    private long readings;
    private long spawns;
    private int live;
    private volatile boolean stopping;
    private volatile FloorTask remote;

    /** The thread that runs this; null while none does. */
    Thread thread;

    /**
     * An executor without tasks.
     *
     * @param known the pools whose tasks it runs
     */
    public FloorExecutor(FloorPool<?>... known) {
        pools.addAll(Arrays.asList(known));
    }

    /**
     * Starts a task; on the thread that runs or drives this.
     *
     * @param task a slot that was claimed; null for a pool that was exhausted
     */
    public void spawn(FloorTask task) {
        if (task == null || task.stage != FloorTask.CLAIMED || stopping) {
            throw refusal(task);
        }
        task.stage = FloorTask.SPAWNED;
        if (task.executor != this) {
            task.executor = this;
        }
        task.spawned = spawns++;
        live++;
        wakeHere(task);
    }

    private IllegalStateException refusal(FloorTask task) {
        if (task == null) {
            return new IllegalStateException("no slot was free");
        }
        if (stopping && task.stage == FloorTask.CLAIMED) {
            task.pool.release(task);
            return new IllegalStateException("the executor is stopping");
        }
        return new IllegalStateException("task " + task.name + " was spawned before");
    }

    /**
     * Starts a task whose result is awaited.
     *
     * @param task a slot that was claimed
     * @param handle takes the result
     */
    public void submit(FloorTask task, FloorHandle handle) {
        if (task != null && task.stage == FloorTask.CLAIMED) {
            handle.start(task);
        }
        spawn(task);
    }

    /**
     * The waker of the task that is being polled.
     *
     * @return the task
     */
    public FloorTask waker() {
        left |= TAKEN;
        return polled;
    }

    /** Wakes the task that is being polled. */
    public void pollAgain() {
        left |= TAKEN;
        wakeHere(polled);
    }

    /**
     * Takes one from the budget of the poll.
     *
     * @return whether there was one
     */
    public boolean spend() {
        int before = left;
        if ((before & TAKEN - 1) == 0) {
            return false;
        }
        left = before - 1;
        return true;
    }

    void wakeHere(FloorTask task) {
        if (task.next != null) {
            task.wakesWithoutPoll++;
            return;
        }
        task.next = task;
        if (first == null) {
            first = task;
        } else {
            last.next = task;
        }
        last = task;
    }

    void wakeRemotely(FloorTask task) {
        // A refused claim is an atomic write too: what was written before the wake is visible to the poll that follows.
        int claimed = (int) QUEUED.getAndSet(task, 1);
        if (claimed == 0) {
            FloorTask head;
            do {
                head = remote;
                task.remoteNext = head;
            } while (!REMOTE.compareAndSet(this, head, task));
        }
    }

    private void takeOver() {
        FloorTask newest = (FloorTask) REMOTE.getAndSet(this, null);
        FloorTask oldest = null;
        while (newest != null) {
            FloorTask following = newest.remoteNext;
            newest.remoteNext = oldest;
            oldest = newest;
            newest = following;
        }
        while (oldest != null) {
            FloorTask following = oldest.remoteNext;
            oldest.remoteNext = null;
            QUEUED.getAndSet(oldest, 0);
            if (oldest.stage == FloorTask.SPAWNED) {
                wakeHere(oldest);
            }
            oldest = following;
        }
    }

    /** Runs rounds until nothing is queued or {@link #stop} is called. */
    public void run() {
        thread = Thread.currentThread();
        while (!stopping && pollRound()) {
            // The next one.
        }
        if (stopping) {
            cancelAll();
        }
        polled = null;
        thread = null;
    }

    /**
     * Sets where tasks sleep.
     *
     * @param sleeping in virtual time
     * @return this
     */
    public FloorExecutor with(FloorTimers sleeping) {
        timers = sleeping;
        return this;
    }

    /** Runs until no task is left or none waits for the time; where nothing else is to be done, the next deadline is now. */
    public void runTimers() {
        run();
        while (live > 0 && sleep()) {
            run();
        }
    }

    private boolean sleep() {
        timers.wakeDue();
        if (first == null && remote == null) {
            if (!timers.advance()) {
                return false;
            }
            timers.wakeDue();
        }
        return true;
    }

    /** Has {@link #run} end and cancel what is left; on any thread. */
    public void stop() {
        stopping = true;
    }

    private boolean pollRound() {
        if (remote != null) {
            takeOver();
        }
        FloorTask task = first;
        if (task == null) {
            return false;
        }
        first = null;
        for (; ; ) {
            if (--untilReading <= 0) {
                readClock();
            }
            if (task.remoteQueued != 0) {
                takeOver();
            }
            FloorTask next = task.next;
            task.next = null;
            poll(task);
            if (next == task) {
                return true;
            }
            task = next;
            if (stopping) {
                forget(task);
                return true;
            }
        }
    }

    private void poll(FloorTask task) {
        FloorHandle handle = task.handle;
        if (handle != null && handle.isAborted() || task.stage != FloorTask.SPAWNED) {
            cancel(task);
            return;
        }
        task.polls++;
        polled = task;
        left = BUDGET;
        boolean ended;
        try {
            ended = task.poll(this);
        } catch (Throwable thrown) {
            end(polled, thrown);
            return;
        }
        if (ended) {
            end(polled, null);
        } else if ((left & TAKEN + BUDGET) != TAKEN) {
            judge(polled);
        }
    }

    private void judge(FloorTask task) {
        if ((left & BUDGET) != 0 && task.polls != 1) {
            task.spuriousPolls++;
        }
        if (left < TAKEN && task.next == null && task.remoteQueued == 0) {
            failures.add("task " + task.name + " is lost");
        }
    }

    private void end(FloorTask task, Throwable thrown) {
        live--;
        if (task.next != null) {
            unlink(task);
        }
        FloorHandle handle = task.handle;
        FloorTask waiter = null;
        if (handle != null) {
            waiter = handle.settle(task, thrown);
        } else if (thrown != null) {
            failures.add("task " + task.name + " has thrown " + thrown);
        }
        task.pool.release(task);
        if (waiter != null) {
            waiter.wake();
        }
        polled = null;
    }

    private void unlink(FloorTask task) {
        task.wakesWithoutPoll++;
        FloorTask before = null;
        for (FloorTask at = first; at != task; at = at.next) {
            before = at;
        }
        FloorTask after = task.next == task ? null : task.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after == null ? before : after;
        }
        if (after == null) {
            last = before;
        }
        task.next = null;
    }

    private void readClock() {
        untilReading = POLLS_PER_READING;
        readings++;
        if (timers != null) {
            timers.wakeDue();
        }
    }

    private void cancel(FloorTask task) {
        task.state = FloorTask.OVER;
        task.unwind();
        end(task, new IllegalStateException("aborted"));
    }

    private void forget(FloorTask chain) {
        for (FloorTask task = chain; task != null; ) {
            FloorTask next = task.next;
            task.next = null;
            task = next == task ? null : next;
        }
    }

    private void cancelAll() {
        forget(first);
        first = null;
        for (FloorTask task : liveTasks()) {
            failures.add("task " + task.name + " was cancelled");
            task.handle = null;
            task.state = FloorTask.OVER;
            task.unwind();
            end(task, null);
        }
        stopping = false;
    }

    /** The tasks that run here, oldest first. */
    private List<FloorTask> liveTasks() {
        return pools.stream()
                .flatMap(pool -> Arrays.stream(pool.slots()))
                .filter(task -> task.stage == FloorTask.SPAWNED && task.executor == this)
                .sorted(Comparator.comparingLong((FloorTask task) -> task.spawned))
                .toList();
    }

    /**
     * What there is: each task with its position, in the order of their spawns, then the claims.
     *
     * @return a line for each
     */
    public String dump() {
        return liveTasks().stream()
                        .map(task -> task.name + " at " + task.position() + "\n")
                        .collect(Collectors.joining())
                + pools.stream()
                        .flatMap(pool -> Arrays.stream(pool.slots()))
                        .filter(task -> task.stage == FloorTask.CLAIMED)
                        .map(task -> task.name + " claimed\n")
                        .collect(Collectors.joining());
    }

    /**
     * How many tasks run here.
     *
     * @return the number
     */
    public int live() {
        return live;
    }

    /**
     * What went wrong.
     *
     * @return a line for each
     */
    public List<String> failures() {
        return failures;
    }

    /**
     * How often the clock was looked at.
     *
     * @return the number
     */
    public long readings() {
        return readings;
    }

    /**
     * The task that is being polled.
     *
     * @return its name; null if there is none
     */
    public String running() {
        FloorTask task = polled;
        return task == null ? null : task.name;
    }
}
