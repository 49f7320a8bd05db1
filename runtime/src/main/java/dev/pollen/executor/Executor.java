// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.StateMachine;
import dev.pollen.Unwinding;
import dev.pollen.Waker;
import dev.pollen.platform.CriticalSection;
import dev.pollen.platform.CurrentExecutor;
import dev.pollen.platform.Sleeper;
import dev.pollen.platform.StandardError;
import dev.pollen.time.Clock;
import dev.pollen.time.TimerQueue;
import org.jspecify.annotations.Nullable;

/**
 * Polls tasks on one thread, those that were woken, first woken first; sleeps while there are none.
 *
 * <p>It works in rounds: a round is the tasks that are queued when it begins, those that other threads have woken
 * included. A task that is woken during a round runs in the next one. The clock is read at the start of a round and
 * within long ones, but not more often than every 64 polls, and before each sleep.
 *
 * <p>It has no thread of its own. {@link #run} and {@link #blockOn} take the calling thread until they end; {@link #poll},
 * {@link #runUntilStalled} and {@link #step} do what there is to do and return, for a foreign event loop or a test. One
 * thread at a time. Tasks are spawned, woken and aborted from any thread.
 *
 * <p>A task that throws ends, its slot is free again, and the executor goes on: the exception goes to whoever awaits the
 * task's handle, else to the {@link UncaughtHandler}.
 */
public class Executor implements AutoCloseable {
    private static final int POLLS_PER_CLOCK_READING = 64;
    private static final String STOPPING = "its executor is stopping";
    private static final String CLOSED = "its executor is closed";

    private final Clock clock;
    private final String name;
    private final boolean timing;
    private final UncaughtHandler handler;
    private final Sleeper sleeper;
    private final LiveTasks tasks = new LiveTasks();
    private final PollContext cx = new PollContext();
    private final CriticalSection entry = new CriticalSection();
    private final TimerQueue timers;
    private final RunQueue queue;
    private final @Nullable RunOrder order;
    private @Nullable Spawner spawner;

    /** The thread that is inside run, poll and the like; guarded by {@code entry}. */
    private @Nullable Thread inside;

    private boolean wasRun;
    private volatile boolean stopping;
    private volatile boolean closed;
    private long polls;
    private long pollsAtNextReading = POLLS_PER_CLOCK_READING;
    private long rounds;
    private volatile long failures;

    /** An executor on the machine's monotonic clock, with default settings. */
    public Executor() {
        this(new ExecutorBuilder());
    }

    Executor(ExecutorBuilder settings) {
        clock = settings.clock();
        name = settings.name();
        timing = settings.timing();
        handler = settings.uncaught();
        sleeper = settings.sleeper();
        order = settings.order();
        timers = new TimerQueue(clock);
        queue = new RunQueue(tasks, sleeper, settings.pender());
    }

    /** What {@link #run} calls first, on the executor's thread. */
    @FunctionalInterface
    public interface Init {
        /**
         * Spawns the first tasks.
         *
         * @param spawner the executor's spawner
         */
        void start(Spawner spawner);
    }

    /** The settings of an executor. */
    public interface Builder {
        /**
         * Sets the clock; {@link Clock#monotonic} unless set.
         *
         * @param c the clock; on a {@link dev.pollen.time.VirtualClock} the executor advances it instead of sleeping
         * @return this
         */
        Builder clock(Clock c);

        /**
         * Sets what is called when an executor that is driven from outside has something to do: it should have {@link
         * Executor#poll} called soon, on the right thread.
         *
         * @param r called from any thread, synchronously from inside a wake or spawn; it must not block, throw or call
         *     the executor
         * @return this
         */
        Builder pender(Runnable r);

        /**
         * Has the duration of each poll measured, at the cost of two readings of the clock; off unless set.
         *
         * @param on whether to measure
         * @return this
         */
        Builder timing(boolean on);

        /**
         * Sets the name in messages; {@code executor} unless set.
         *
         * @param n the name
         * @return this
         */
        Builder name(String n);

        /**
         * Sets how the executor spends the time in which no task is ready; parking, or advancing where the clock is a
         * virtual one, unless set.
         *
         * @param s a sleeper of this executor alone
         * @return this
         */
        Builder sleeper(Sleeper s);

        /**
         * Sets who is told of exceptions that nobody catches; unless set they are printed to stderr.
         *
         * @param h the handler
         * @return this
         */
        Builder uncaught(UncaughtHandler h);

        /**
         * Sets the order of the tasks of a round; first woken, first polled, unless set.
         *
         * @param o the order, for tests
         * @return this
         */
        Builder order(RunOrder o);

        /**
         * Makes the executor.
         *
         * @return an executor with these settings
         */
        Executor build();
    }

    /**
     * An executor on a clock.
     *
     * @param clock the clock; on a {@link dev.pollen.time.VirtualClock} the executor advances it instead of sleeping
     * @return an executor with default settings
     */
    public static Executor on(Clock clock) {
        return builder().clock(clock).build();
    }

    /**
     * Settings for an executor.
     *
     * @return the default settings, to be changed
     */
    public static Builder builder() {
        return new ExecutorBuilder();
    }

    /**
     * The executor that runs on the calling thread. Allocates nothing.
     *
     * @return the executor whose {@code run}, {@code poll} or the like is on this thread's stack; null on other threads
     */
    public static @Nullable Executor current() {
        return CurrentExecutor.get();
    }

    /**
     * Tells the current executor's handler of uncaught exceptions; where no executor runs, prints to stderr.
     *
     * @param thrown what nobody caught
     */
    public static void reportUncaught(Throwable thrown) {
        Executor executor = current();
        if (executor == null) {
            StandardError.print("uncaught in async code", thrown);
            return;
        }
        TaskHeader task = executor.cx.task();
        executor.report(task == null ? executor.name : task.record.name(), thrown);
    }

    /**
     * What starts tasks here.
     *
     * @return the spawner; always the same object
     */
    public Spawner spawner() {
        entry.enter();
        Spawner made = spawner;
        entry.exit();
        if (made != null) {
            return made;
        }
        made = new Spawner(this, queue);
        entry.enter();
        if (spawner == null) {
            spawner = made;
        }
        made = spawner;
        entry.exit();
        return made;
    }

    /**
     * Runs tasks on the calling thread until none is left or {@link #stop} is called.
     *
     * @param init spawns the first tasks
     * @throws IllegalStateException on an executor's thread, or if this executor is running already
     */
    public void run(Init init) {
        refuseToBlock("run");
        enter();
        try {
            init.start(spawner());
            while (!stopping && !(tasks.isEmpty() && !hasQueued())) {
                runOrSleep();
            }
            cancelIfStopping();
        } finally {
            leave(null);
        }
    }

    /**
     * Runs tasks on the calling thread until a future is complete; the other tasks stay where they are then.
     *
     * @param <T> the type of the value
     * @param f the future
     * @return its value; an exception of the future leaves from here as it is
     * @throws IllegalStateException on an executor's thread, if this executor is running already, or if it is stopped
     *     before the future is complete
     */
    public <T extends @Nullable Object> T blockOn(Future<T> f) {
        refuseToBlock("blockOn");
        enter();
        try {
            BlockedOn<T> root = new BlockedOn<>(f);
            TaskJoin<T> join = new TaskJoin<>();
            join.start(root, queue);
            queue.spawn(root);
            while (!stopping && root.state() >= StateMachine.START) {
                runOrSleep();
            }
            if (root.state() >= StateMachine.START) {
                cancelAll();
                throw new IllegalStateException(
                        "executor ".concat(name).concat(" was stopped before the future of blockOn was complete"));
            }
            join.poll(Context.cancelled());
            return join.take();
        } finally {
            leave(null);
        }
    }

    /**
     * Runs one round, without waiting.
     *
     * @return whether any task was polled; then there may be more to do
     * @throws IllegalStateException if this executor is running already
     */
    public boolean poll() {
        Executor outer = enter();
        try {
            readClock();
            boolean polled = runRound();
            cancelIfStopping();
            return polled;
        } finally {
            leave(outer);
        }
    }

    /**
     * Runs rounds until no task is ready, without waiting.
     *
     * @return whether tasks are left, which wait for the clock or a wake
     * @throws IllegalStateException if this executor is running already
     */
    public boolean runUntilStalled() {
        Executor outer = enter();
        try {
            do {
                readClock();
                while (!stopping && runRound()) {
                    // Until a round finds nothing to do.
                }
                readClock();
            } while (!stopping && hasQueued());
            cancelIfStopping();
            return !tasks.isEmpty();
        } finally {
            leave(outer);
        }
    }

    /**
     * Polls the one task that is next, without waiting.
     *
     * @return whether there was one
     * @throws IllegalStateException if this executor is running already
     */
    public boolean step() {
        Executor outer = enter();
        try {
            readClock();
            queue.takeOver();
            boolean ready = !queue.isEmpty();
            if (ready) {
                if (order != null) {
                    queue.orderStep(order);
                }
                poll(queue.pop());
            }
            cancelIfStopping();
            return ready;
        } finally {
            leave(outer);
        }
    }

    /**
     * Ends {@link #run}: after the current poll all tasks are cancelled, oldest first, and their slots are free. From any
     * thread. Where the executor is not running, they are cancelled on the calling thread before this returns; an
     * executor that has never run remembers the call too, and ends its first run at once.
     */
    public void stop() {
        stopping = true;
        queue.pend();
        stopIfNobodyIsInside();
    }

    /**
     * Cancels all tasks and refuses new ones. Does nothing if the executor is closed.
     *
     * @throws IllegalStateException if the executor is running: call {@link #stop} first
     */
    @Override
    public void close() {
        Thread running = tryEnter();
        if (running != null) {
            throw isRunning(running);
        }
        Executor outer = begin();
        try {
            if (!closed) {
                closed = true;
                cancelAll();
                timers.close();
            }
        } finally {
            release(outer);
        }
    }

    /**
     * Whether {@link #close} was called: then it runs nothing any more, and what belonged to it is free.
     *
     * @return true from the first close on
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * When the executor has to be polled next if no task is woken before: for an event loop that drives it.
     *
     * @return a time of its clock; {@code Long.MAX_VALUE} if no timer is armed
     */
    public long nextDeadline() {
        return timers.nextDeadline();
    }

    /**
     * How often something went wrong that nobody caught: tasks that threw, tasks that are lost, cancelled code that did
     * not end.
     *
     * @return how often the {@link UncaughtHandler} was told; 0 for a program that may exit normally
     */
    public long failures() {
        return failures;
    }

    /**
     * How many polls were made.
     *
     * @return the number of polls of all tasks; another thread may read it late
     */
    public long polls() {
        return polls;
    }

    /**
     * How many rounds were begun, those that found nothing to poll included.
     *
     * @return the number of rounds; another thread may read it late
     */
    public long rounds() {
        return rounds;
    }

    /**
     * The clock of this executor.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }

    /**
     * The timers of this executor; for the futures of {@code dev.pollen.time}.
     *
     * @return the queue, to be used on the executor's thread
     */
    public TimerQueue timers() {
        return timers;
    }

    /**
     * Takes one from the budget of the current poll, see {@link dev.pollen.Context#spend}.
     *
     * @return whether there was one left
     */
    public boolean spend() {
        return cx.spend();
    }

    /**
     * Where each task stands: one line for each, oldest first, then the claims of the same pools that were never
     * spawned. On the executor's thread, or while it does not run.
     *
     * @return lines of name, await and counters; empty if there are no tasks
     */
    public String dump() {
        return TaskDump.of(tasks);
    }

    @Override
    public String toString() {
        return name;
    }

    /** A task was spawned by another thread while the executor refused tasks: if it is closed, nobody else finds it. */
    void closedMeanwhile() {
        if (tryEnter() == null) {
            Executor outer = begin();
            try {
                if (closed) {
                    cancelAll();
                }
            } finally {
                release(outer);
            }
        }
    }

    /** The task that is being polled; null between polls. On the executor's thread. */
    @Nullable
    TaskHeader polled() {
        return cx.task();
    }

    boolean hasBackgroundTasksOnly() {
        return tasks.areInBackground();
    }

    private void runOrSleep() {
        if (!hasQueued()) {
            readClock();
            if (queue.isEmpty()) {
                sleep();
            }
        }
        runRound();
    }

    private void sleep() {
        sleeper.prepare();
        if (!stopping && !queue.hasRemote()) {
            sleeper.sleep(clock, timers.nextDeadline());
            readClock();
        }
    }

    private boolean runRound() {
        rounds++;
        queue.takeOver();
        if (order != null) {
            queue.orderRound(order);
        }
        TaskHeader last = queue.last();
        if (last == null) {
            return false;
        }
        TaskHeader task;
        do {
            task = queue.pop();
            poll(task);
            if (polls >= pollsAtNextReading) {
                readClock();
            }
        } while (task != last && !stopping);
        return true;
    }

    private void readClock() {
        pollsAtNextReading = polls + POLLS_PER_CLOCK_READING;
        timers.wakeDue();
    }

    private boolean hasQueued() {
        return !queue.isEmpty() || queue.hasRemote();
    }

    private void poll(TaskHeader task) {
        TaskRecord record = task.record;
        Join join = record.join;
        if (join != null && join.isAborted(record)) {
            cancel(task);
            return;
        }
        TaskHeader queuedBefore = queue.last();
        polls++;
        record.polls++;
        cx.begin(task);
        timers.beginPoll();
        Poll outcome;
        try {
            outcome = timing ? pollTimed(task, record) : task.poll(cx);
        } catch (Throwable thrown) {
            end(task, queuedBefore, thrown, false);
            return;
        }
        if (outcome == Poll.READY) {
            end(task, queuedBefore, null, false);
            return;
        }
        if (cx.isUnspent()) {
            record.countUnspentPoll();
        }
        if (!cx.wasWakerTaken() && task.local == null && !task.isRemoteQueued()) {
            report(record.name(), lost(record));
        }
        cx.end();
    }

    private Poll pollTimed(TaskHeader task, TaskRecord record) {
        long begin = clock.now();
        try {
            return task.poll(cx);
        } finally {
            record.countTime(clock.now() - begin);
        }
    }

    /** Unwinds a task that runs here, to its end. */
    private void cancel(TaskHeader task) {
        TaskHeader queuedBefore = queue.last();
        Throwable failure = null;
        cx.begin(task);
        try {
            Unwinding.cancel(task);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        end(task, queuedBefore, failure, true);
    }

    /**
     * Edges 7 and 9 of {@link TaskHeader}.
     *
     * @param queuedBefore the last task of the queue before the task's last poll
     * @param failure what the task threw; null if it returned or was unwound
     * @param cancelled whether it was cancelled: then a failure is told to the handler too
     */
    private void end(
            TaskHeader task, @Nullable TaskHeader queuedBefore, @Nullable Throwable failure, boolean cancelled) {
        TaskRecord record = task.record;
        if (task.local != null) {
            queue.unlink(task, queuedBefore);
        }
        tasks.remove(record);
        Waker waiter = null;
        Join join = record.join;
        if (join != null) {
            record.join = null;
            waiter = join.settle(record, cancelled && failure == null ? record.abortion() : failure);
        }
        if (waiter == null && failure == null && !cancelled) {
            record.dropResult();
        }
        record.release();
        if (waiter != null) {
            waiter.wake();
        }
        if (failure != null && (waiter == null || cancelled)) {
            report(record.name(), failure);
        }
        cx.end();
    }

    private static IllegalStateException lost(TaskRecord record) {
        return new IllegalStateException("task "
                .concat(record.name())
                .concat(" is lost: its poll returned PENDING at ")
                .concat(record.awaits())
                .concat(
                        " without asking for a waker, so nothing will ever poll it again. The future that is awaited there"
                                + " must call cx.waker() in every poll that returns PENDING, and wake it later"));
    }

    private void report(String task, Throwable thrown) {
        failures++;
        try {
            handler.uncaught(task, thrown);
        } catch (Throwable broken) {
            StandardError.print("task ".concat(task).concat(" failed"), thrown);
            StandardError.print("and so did the handler that was told", broken);
        }
    }

    private void cancelIfStopping() {
        if (stopping) {
            cancelAll();
        }
    }

    private void cancelAll() {
        queue.refuse(closed ? CLOSED : STOPPING);
        queue.takeOver();
        TaskRecord oldest = tasks.oldest();
        while (oldest != null) {
            queue.discard();
            cancel(oldest.task);
            oldest = tasks.oldest();
        }
        queue.discard();
        stopping = false;
        if (!closed) {
            queue.refuse(null);
        }
    }

    private void stopIfNobodyIsInside() {
        if (tryEnter() != null) {
            return;
        }
        Executor outer = begin();
        try {
            cancelAll();
            stopping = !wasRun;
        } finally {
            release(outer);
        }
    }

    private void refuseToBlock(String method) {
        Executor here = current();
        if (here != null) {
            throw new IllegalStateException(method.concat(" was called on the thread of executor ")
                    .concat(here.name)
                    .concat(" and would stop all tasks there: await the future, or spawn a task"));
        }
    }

    private @Nullable Executor enter() {
        Thread running = tryEnter();
        if (running != null) {
            throw isRunning(running);
        }
        if (closed) {
            inside = null;
            throw new IllegalStateException("executor ".concat(name).concat(" is closed"));
        }
        wasRun = true;
        return begin();
    }

    private void leave(@Nullable Executor outer) {
        release(outer);
        if (stopping) {
            stopIfNobodyIsInside();
        }
    }

    /** Takes the executor for this thread; null if it was free, else who is inside. */
    private @Nullable Thread tryEnter() {
        entry.enter();
        Thread running = inside;
        if (running == null) {
            inside = Thread.currentThread();
        }
        entry.exit();
        return running;
    }

    private @Nullable Executor begin() {
        Executor outer = current();
        CurrentExecutor.set(this);
        queue.bind(Thread.currentThread());
        return outer;
    }

    private void release(@Nullable Executor outer) {
        queue.bind(null);
        CurrentExecutor.set(outer);
        entry.enter();
        inside = null;
        entry.exit();
    }

    private IllegalStateException isRunning(Thread running) {
        return new IllegalStateException("executor "
                .concat(name)
                .concat(" is running already, on ")
                .concat(running == Thread.currentThread() ? "this thread" : "thread ".concat(running.getName())));
    }
}
