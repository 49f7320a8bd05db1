// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.platform.CurrentExecutor;
import dev.pollen.platform.InterruptContext;
import dev.pollen.platform.KnownPools;
import dev.pollen.platform.Sleeper;
import dev.pollen.platform.StandardError;
import dev.pollen.time.Clock;
import dev.pollen.time.TimerQueue;
import org.jspecify.annotations.Nullable;

/**
 * Polls tasks on one thread, those that were woken, first woken first; sleeps while there are none.
 *
 * <pre>{@code
 * try (Executor executor = new Executor()) {
 *     executor.run(spawner -> { // until all tasks have ended
 *         spawner.spawn(hello("first"));
 *         spawner.spawn(hello("second"));
 *     });
 * }
 * }</pre>
 *
 * <p>It works in rounds: a round is the tasks that are queued when it begins, those that other threads have woken
 * included. A task that is woken during a round runs in the next one; {@link Scheduling} names other orders. The clock is read before each
 * sleep, and while tasks are ready after up to 64 polls: after each, where polls are long.
 *
 * <p>It has no thread of its own. {@link #run} and {@link #blockOn} take the calling thread until they end; {@link #poll},
 * {@link #runUntilStalled} and {@link #step} do what there is to do and return, for a foreign event loop or a test. One
 * thread at a time. Tasks are spawned, woken and aborted from any thread.
 *
 * <p>A task that throws ends, its slot is free again, and the executor goes on: the exception goes to whoever awaits the
 * task's handle, else to the {@link UncaughtHandler}.
 *
 * <p><b>Cancel safety.</b> {@link #stop} and {@link #close} cancel the tasks that are left, oldest first, each to its
 * end, and the future that {@link #blockOn} runs with them.
 *
 * <p><b>Threading.</b> One thread at a time runs it; {@link #stop}, {@link #spawner} and {@link #dump} may be called
 * from any thread.
 *
 * <p><b>Allocation.</b> The executor, when it is made; nothing while it runs.
 *
 * <p><b>Errors.</b> {@link IllegalStateException} where it would run inside of an executor, or twice at once; tasks'
 * own errors end those tasks alone.
 */
public class Executor implements AutoCloseable {
    private final String name;
    private final Clock clock;
    private final TimerQueue timers;
    private final LiveTasks tasks = new LiveTasks(this);
    private final RunQueue queue;
    private final Failures failures;
    private final TaskPolling polling;
    private final Shutdown shutdown;
    private final RunLoop loop;
    private final Entrance entrance;
    private final Spawner spawner;

    /** Claims that were made on this executor's thread, less those that were spawned there; on that thread. */
    int claims;

    /** Whether any thread has ever run tasks here; on the thread that is inside. */
    private boolean wasRun;

    /** An executor on the machine's monotonic clock, with default settings. */
    public Executor() {
        this(new ExecutorBuilder());
    }

    @SuppressWarnings("this-escape") // the entrance and the spawner call it when it is complete
    Executor(ExecutorBuilder settings) {
        name = settings.name();
        clock = settings.clock();
        Sleeper sleeper = settings.sleeper();
        timers = new TimerQueue(clock);
        Trace trace = settings.trace();
        Tracing tracing = trace == null ? null : new Tracing(trace, this);
        queue = new RunQueue(this, settings, sleeper, tasks, tracing);
        failures = new Failures(settings.uncaught());
        PollTiming timing = settings.timing() ? new PollTiming(clock) : null;
        polling = new TaskPolling(tasks, queue, failures, timers, timing, tracing);
        shutdown = new Shutdown(tasks, queue, polling);
        loop = new RunLoop(clock, sleeper, timers, queue, polling, tracing);
        entrance = new Entrance(this, queue);
        spawner = new Spawner(this, queue);
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
         * Sets the name in messages, behind the word executor; {@code unnamed} unless set.
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
         * Sets which of several ready tasks is polled first; {@link Scheduling#FIFO} unless set.
         *
         * @param s the order of ready tasks
         * @return this
         */
        Builder scheduling(Scheduling s);

        /**
         * Sets who is told of what the executor does; nobody unless set.
         *
         * @param t called on the executor's thread
         * @return this
         */
        Builder trace(Trace t);

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
     * Whether this executor is the {@linkplain #current current one}. Allocates nothing, and takes no look into the
     * thread's locals.
     *
     * @return whether its {@code run}, {@code poll} or the like is on this thread's stack, and no other executor's inside of
     *     that
     */
    public boolean isCurrent() {
        return queue.isCurrent();
    }

    /**
     * Whether this executor polls its tasks with a context. Allocates nothing.
     *
     * @param cx what {@link Future#poll} was given
     * @return whether it was given that by this executor, and not by hand
     */
    public boolean pollsWith(Context cx) {
        return cx == polling;
    }

    /**
     * The executor that polls with a context. Allocates nothing, and takes no look into the thread's locals.
     *
     * @param cx what {@link Future#poll} was given
     * @return the executor; where the context is none of an executor's, {@link #current}
     */
    public static @Nullable Executor polling(Context cx) {
        return cx instanceof PollContext own ? own.executor() : current();
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
        TaskHeader task = executor.polling.task();
        executor.failures.report(task == null ? executor.name : task.record.name(), thrown);
    }

    /**
     * What starts tasks here.
     *
     * @return the spawner; always the same object
     */
    public Spawner spawner() {
        return spawner;
    }

    /**
     * Runs tasks on the calling thread until none is left or {@link #stop} is called. {@link BackgroundTasks} are not waited
     * for: when nothing else is left they are cancelled.
     *
     * @param init spawns the first tasks
     * @throws IllegalStateException on an executor's thread, or if this executor is running already
     */
    public void run(Init init) {
        refuseToBlock("run");
        enter();
        try {
            init.start(spawner);
            loop.runRounds(null);
            while (!shutdown.isStopping() && !tasks.areInBackground()) {
                loop.waitForWork();
                loop.runRounds(null);
            }
            shutdown.cancelAfterRun();
        } finally {
            leave(null);
        }
    }

    /**
     * Runs tasks on the calling thread until {@link #stop} is called, and waits for new ones while there are none.
     *
     * @throws IllegalStateException on an executor's thread, or if this executor is running already
     */
    public void serve() {
        refuseToBlock("serve");
        enter();
        try {
            loop.runRounds(null);
            while (!shutdown.isStopping()) {
                loop.waitForWork();
                loop.runRounds(null);
            }
            shutdown.cancelIfRequested();
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
            AwaitingTask<T> root = new AwaitingTask<>(f, "blockOn");
            TaskJoin<T> join = new TaskJoin<>();
            join.start(root, queue);
            queue.spawn(root);
            loop.runRounds(root);
            while (!shutdown.isStopping() && root.isRunning()) {
                loop.waitForWork();
                loop.runRounds(root);
            }
            if (root.isRunning()) {
                shutdown.cancelAll();
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
            loop.readClock();
            boolean polled = loop.runRound();
            shutdown.cancelIfRequested();
            loop.yieldThread();
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
                loop.readClock();
                loop.runRounds(null);
                loop.readClock();
            } while (!shutdown.isStopping() && loop.hasQueued());
            shutdown.cancelIfRequested();
            loop.yieldThread();
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
            boolean polled = loop.step();
            shutdown.cancelIfRequested();
            loop.yieldThread();
            return polled;
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
        shutdown.request();
        stopIfNobodyIsInside();
    }

    /**
     * Cancels all tasks and refuses new ones. Does nothing if the executor is closed.
     *
     * @throws IllegalStateException if the executor is running: call {@link #stop} first
     */
    @Override
    public void close() {
        Thread running = entrance.tryVisit();
        if (running != null) {
            throw entrance.isRunning(running);
        }
        Executor outer = entrance.begin();
        try {
            if (!shutdown.isClosed()) {
                shutdown.close();
                takeBackClaims();
                timers.close();
            }
        } finally {
            entrance.leave(outer);
        }
    }

    /**
     * Whether {@link #close} was called: then it runs nothing any more, and what belonged to it is free.
     *
     * @return true from the first close on
     */
    public boolean isClosed() {
        return shutdown.isClosed();
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
        return failures.count();
    }

    /**
     * How many polls were made.
     *
     * @return the number of polls of all tasks; another thread may read it late
     */
    public long polls() {
        return polling.polls();
    }

    /**
     * How many rounds were begun, those that found nothing to poll included.
     *
     * @return the number of rounds; another thread may read it late
     */
    public long rounds() {
        return loop.rounds();
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
        return polling.spend();
    }

    /**
     * Where each task stands: oldest first, for each a line of name, await and counters, then what it awaits, line by line
     * with file and line number, and at the end what that waits for; then the claims that were made on this executor's
     * thread, or for its tasks' pools on no executor's, and never spawned.
     *
     * <p>From any thread. On another one than the executor's the picture is of a moment ago, and a task that moves while
     * it is looked at may be shown halfway: exact for an executor that sleeps, and for one whose thread is held by a task.
     *
     * @return the lines; empty if there are no tasks
     */
    public String dump() {
        return TaskDump.of(this, tasks, polling.task());
    }

    @Override
    public String toString() {
        return name;
    }

    private void takeBackClaims() {
        if (claims > 0) {
            claims = 0;
            KnownPools.visit(new ClaimReturn(this));
        }
    }

    private static final class ClaimReturn implements KnownPools.Visitor {
        private final Executor executor;

        ClaimReturn(Executor executor) {
            this.executor = executor;
        }

        @Override
        public void pool(Object pool) {
            ((TaskPool<?>) pool).takeBackClaims(executor);
        }
    }

    /** A task was spawned by another thread while the executor refused tasks: if it is closed, nobody else finds it. */
    void closedMeanwhile() {
        if (entrance.tryVisit() == null) {
            Executor outer = entrance.begin();
            try {
                if (shutdown.isClosed()) {
                    shutdown.cancelAll();
                }
            } finally {
                entrance.leave(outer);
            }
        }
    }

    /**
     * The task that is being polled. From any thread, for a watchdog.
     *
     * @return its slot, of a moment ago on another thread than the executor's; null between rounds
     */
    public @Nullable TaskRecord running() {
        TaskHeader task = polling.task();
        return task == null ? null : task.record;
    }

    /**
     * The thread that runs tasks here. From any thread.
     *
     * @return the thread that is inside of {@code run}, {@code poll} and the like, of a moment ago; null if none is
     */
    public @Nullable Thread thread() {
        return queue.thread();
    }

    /** The task that is being polled; null between polls. On the executor's thread. */
    @Nullable
    TaskHeader polled() {
        return polling.task();
    }

    /** See {@link RunQueue#cover}. */
    void cover(boolean on) {
        queue.cover(on);
    }

    /** Whether a queue is this executor's. */
    boolean owns(@Nullable RunQueue of) {
        return of == queue;
    }

    /** Whether a queue is this executor's, and this is its thread. */
    boolean runsHere(RunQueue of) {
        return of == queue && queue.isHere();
    }

    /** Unwinds the tasks of a scope, oldest first; on this executor's thread, from a task that is none of them. */
    void cancelTasksOf(TaskScope scope) {
        TaskRecord record = scope.oldest();
        while (record != null) {
            polling.cancel(record.task);
            record = scope.oldest();
        }
    }

    boolean hasBackgroundTasksOnly() {
        queue.takeOver();
        return tasks.areInBackground();
    }

    private void stopIfNobodyIsInside() {
        if (entrance.tryVisit() != null) {
            return;
        }
        Executor outer = entrance.begin();
        try {
            shutdown.cancelAll();
            if (!wasRun) {
                shutdown.remember();
            }
        } finally {
            entrance.leave(outer);
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
        InterruptContext.refuse("an executor was to run");
        Thread running = entrance.tryEnter();
        if (running != null) {
            throw entrance.isRunning(running);
        }
        if (shutdown.isClosed()) {
            entrance.leave();
            throw new IllegalStateException("executor ".concat(name).concat(" is closed: build another one"));
        }
        wasRun = true;
        return entrance.begin();
    }

    private void leave(@Nullable Executor outer) {
        entrance.leave(outer);
        if (shutdown.isStopping()) {
            stopIfNobodyIsInside();
        }
    }
}
