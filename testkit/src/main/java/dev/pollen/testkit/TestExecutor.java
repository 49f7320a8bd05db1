// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.executor.AwaitingTask;
import dev.pollen.executor.BackgroundTasks;
import dev.pollen.executor.Executor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskPools;
import dev.pollen.time.TimerQueue;
import dev.pollen.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An executor and its virtual clock as one object, driven by a test.
 *
 * <p>Time stands still until the test, by one of the methods here, moves it:
 *
 * <table>
 *   <caption>What runs, and how far the clock goes</caption>
 *   <tr><th>method</th><th>tasks</th><th>clock</th></tr>
 *   <tr><td>{@link #step}</td><td>one poll of one task</td><td>stands still</td></tr>
 *   <tr><td>{@link #runUntilStalled}</td><td>until none is ready</td><td>stands still</td></tr>
 *   <tr><td>{@link #advanceToNextDeadline}</td><td>until none is ready</td><td>to the next timer</td></tr>
 *   <tr><td>{@link #advanceMillis}</td><td>until none is ready, at each deadline on the way</td><td>exactly as far</td></tr>
 *   <tr><td>{@link #blockOn}</td><td>until one future is complete</td><td>from deadline to deadline</td></tr>
 *   <tr><td>{@link #runToEnd()}</td><td>until all have ended</td><td>from deadline to deadline</td></tr>
 * </table>
 *
 * <p>A deadline is never jumped over: a task that sleeps three times 10 ms wakes at 10, 20 and 30 ms, also when the test
 * advances by 30. What is due at the very time to which a method goes has run when it returns.
 *
 * <p><b>Never stuck.</b> The thread is never put to sleep. What would sleep for ever is a {@link StalledError} that names
 * each task and where it waits; a task that wakes itself for ever, or is not done in the virtual time that the test allows,
 * is a {@link LimitExceededError}.
 *
 * <p><b>Nothing fails in silence.</b> What a task throws and nobody awaits leaves from the method that ran it, as soon as
 * no task is ready: an assertion in a task fails its test. {@link #takeFailures} takes expected ones out before.
 *
 * <p><b>Order.</b> Ready tasks run in the order of their wakes, as on every executor. One that was made {@linkplain #seeded
 * with a seed} shuffles the tasks of each round: the same seed, the same order.
 *
 * <p><b>Pools.</b> Unless the thread that makes it has {@link TaskPools} already, as in a test with {@code
 * PollenExtension}, it enters pools of its own, and leaves them when closed, which should happen on the same thread.
 *
 * <p>Threading: one thread at a time; tasks are spawned and woken from any. Allocation: none by the methods that run tasks,
 * but for {@code blockOn}, and for lines of the log.
 */
public final class TestExecutor implements AutoCloseable {
    /** The virtual time, in milliseconds, within which {@link #runToEnd()} and {@link #blockOn} must be done: one hour. */
    public static final long LIMIT_MILLIS = 3_600_000;

    /** How many polls may be made without the clock being moved: one million. */
    public static final long LIMIT_POLLS = 1_000_000;

    private static final long REAL_LIMIT_MILLIS = 10_000;

    private final VirtualClock clock = new VirtualClock();
    private final EventLog log = new EventLog(clock);
    private final TaskStory story = new TaskStory(log);
    private final TaskFailures failures = new TaskFailures(clock);
    private final TimeHolds holds;
    private final Executor executor;
    private final @Nullable Long seed;
    private final TaskPools pools;
    private final boolean ownPools;

    /** An executor whose clock shows 0 and whose tasks run in the order of their wakes. */
    public TestExecutor() {
        this(null, REAL_LIMIT_MILLIS);
    }

    TestExecutor(@Nullable Long seed, long realLimitMillis) {
        this.seed = seed;
        holds = new TimeHolds(realLimitMillis);
        Executor.Builder settings = Executor.builder()
                .clock(clock)
                .name("test executor")
                .uncaught(failures)
                .pender(holds::signal)
                .trace(story)
                .sleeper(new RefusingSleeper(clock, this::stalled));
        if (seed != null) {
            settings.order(new SeededOrder(seed));
        }
        executor = settings.build();
        TaskPools entered = TaskPools.current();
        ownPools = entered == null;
        pools = entered == null ? new TaskPools() : entered;
        TaskPools.enter(pools);
    }

    /**
     * An executor that polls the ready tasks of each round in an order of chance.
     *
     * @param seed decides the order; the same seed gives the same one
     * @return the executor, its clock at 0
     */
    public static TestExecutor seeded(long seed) {
        return new TestExecutor(seed, REAL_LIMIT_MILLIS);
    }

    /**
     * The executor itself, for code that wants one.
     *
     * @return the executor that this object drives
     */
    public Executor executor() {
        return executor;
    }

    /**
     * What starts tasks here, for code that wants a spawner.
     *
     * @return the executor's spawner
     */
    public Spawner spawner() {
        return executor.spawner();
    }

    /**
     * The clock, which shows 0 at first.
     *
     * @return the executor's clock
     */
    public VirtualClock clock() {
        return clock;
    }

    /**
     * A log on this clock.
     *
     * @return always the same log
     */
    public EventLog log() {
        return log;
    }

    /**
     * Has the log tell what tasks do, too, from now on: {@code Blinky.blink[0] starts}, {@code is polled} and {@code ends}. To
     * see in which order a seed has run them, for example.
     */
    public void logTasks() {
        story.tell();
    }

    /**
     * How far the test is.
     *
     * @return whole milliseconds of virtual time since the executor was made
     */
    public long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(clock.now());
    }

    /**
     * What decides the order of ready tasks.
     *
     * @return the seed; null where tasks run in the order of their wakes
     */
    public @Nullable Long seed() {
        return seed;
    }

    /**
     * Starts a task. It is first polled by the next method that runs tasks.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @throws dev.pollen.executor.SpawnException as {@link Spawner#spawn} does
     */
    public void spawn(Task<?> t) {
        spawner().spawn(t);
    }

    /**
     * Starts a task that never ends, or whose end is not the test's concern: {@link #runToEnd()} does not wait for it, and
     * it may be left behind.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @throws dev.pollen.executor.SpawnException as {@link Spawner#spawn} does
     */
    public void spawnBackground(Task<?> t) {
        BackgroundTasks.spawn(spawner(), t);
    }

    /**
     * Starts a task whose result the test wants, see {@link #blockOn}.
     *
     * @param <T> the type of the result
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return the result of this run
     * @throws dev.pollen.executor.SpawnException as {@link Spawner#spawn} does
     */
    public <T extends @Nullable Object> JoinHandle<T> submit(Task<T> t) {
        return spawner().submit(t);
    }

    /**
     * Polls the one task that is next.
     *
     * @return whether there was one
     */
    public boolean step() {
        TaskPools before = TaskPools.enter(pools);
        try {
            boolean polled = executor.step();
            failures.throwAny();
            return polled;
        } finally {
            TaskPools.enter(before);
        }
    }

    /**
     * Runs tasks until none is ready; the clock stands still.
     *
     * @return whether tasks are left that have not ended, those in the background not counted
     * @throws LimitExceededError after {@link #LIMIT_POLLS} polls
     */
    public boolean runUntilStalled() {
        TaskPools before = TaskPools.enter(pools);
        try {
            long limit = executor.polls() + LIMIT_POLLS;
            while (executor.poll()) {
                if (executor.polls() >= limit) {
                    throw livelock();
                }
            }
        } finally {
            TaskPools.enter(before);
        }
        failures.throwAny();
        return !BackgroundTasks.areAlone(executor);
    }

    /**
     * Runs tasks until none is ready, moves the clock to the next time that a timer waits for, and runs what that woke.
     *
     * @return whether a timer was waiting; if not, the clock stands still
     */
    public boolean advanceToNextDeadline() {
        runUntilStalled();
        long next = executor.nextDeadline();
        if (next == TimerQueue.NO_DEADLINE) {
            return false;
        }
        moveTo(next);
        return true;
    }

    /**
     * Moves the clock, and runs at each time on the way what is due then. What is ready when it is called runs before the
     * clock is moved.
     *
     * @param millis how far, 0 or more; the clock shows exactly that much more afterwards
     * @throws IllegalArgumentException if {@code millis} is negative or the clock would run over
     * @throws ArithmeticException if that many milliseconds are more nanoseconds than a {@code long} holds
     * @throws LimitExceededError after {@link #LIMIT_POLLS} polls at one time
     */
    public void advanceMillis(long millis) {
        advanceNanos(Math.multiplyExact(millis, TimeUnit.MILLISECONDS.toNanos(1)));
    }

    /**
     * {@link #advanceMillis} for durations.
     *
     * @param time how far, 0 or more
     * @throws IllegalArgumentException if {@code time} is negative or the clock would run over
     * @throws ArithmeticException if it is more nanoseconds than a {@code long} holds
     * @throws LimitExceededError after {@link #LIMIT_POLLS} polls at one time
     */
    public void advance(Duration time) {
        advanceNanos(time.toNanos());
    }

    private void advanceNanos(long nanos) {
        long end = clock.now() + nanos;
        if (nanos < 0 || end < 0) {
            throw new IllegalArgumentException(
                    "the clock shows " + VirtualTime.text(clock.now()) + " and cannot be advanced by " + nanos + " ns");
        }
        runUntilStalled();
        long next = executor.nextDeadline();
        while (next <= end && next != TimerQueue.NO_DEADLINE) {
            moveTo(next);
            next = executor.nextDeadline();
        }
        moveTo(end);
    }

    /**
     * Runs tasks until all have ended but those in the background, moving the clock from deadline to deadline, for at most
     * an hour of virtual time.
     *
     * @throws StalledError if tasks are left that nothing can wake
     * @throws LimitExceededError if they have not ended after {@link #LIMIT_MILLIS}
     */
    public void runToEnd() {
        runToEnd(Duration.ofMillis(LIMIT_MILLIS));
    }

    /**
     * {@link #runToEnd()} with another limit.
     *
     * @param limit how much virtual time may pass
     * @throws StalledError if tasks are left that nothing can wake
     * @throws LimitExceededError if they have not ended when that time has passed
     */
    public void runToEnd(Duration limit) {
        long end = clock.now() + limit.toNanos();
        while (runUntilStalled()) {
            goOn(end, limit.toNanos());
        }
    }

    /**
     * Runs tasks until a future is complete, moving the clock from deadline to deadline, for at most an hour of virtual
     * time. The other tasks stay where they are then.
     *
     * @param <T> the type of the value
     * @param f the future; for a task, the handle that {@link #submit} gives
     * @return its value; an exception of the future leaves from here as it is
     * @throws StalledError if nothing can wake the tasks; the future is cancelled then
     * @throws LimitExceededError if it is not complete after {@link #LIMIT_MILLIS}; the future is cancelled then
     */
    public <T extends @Nullable Object> T blockOn(Future<T> f) {
        JoinHandle<T> root = submit(new AwaitingTask<>(f, "blockOn"));
        long end = clock.now() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
        try {
            runUntilStalled();
            while (!root.isFinished()) {
                goOn(end, TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS));
                runUntilStalled();
            }
        } catch (Throwable failed) {
            abandon(root, failed);
            throw failed;
        }
        if (root.poll(Context.cancelled()) == Poll.PENDING) {
            throw new IllegalStateException("the task of blockOn has ended without a result");
        }
        return root.take();
    }

    /**
     * Keeps the clock from running ahead of what another thread does for the tasks: while it is held, {@link #runToEnd()}
     * and {@link #blockOn} wait, in real time and for at most ten seconds, for that thread to wake a task, and neither move
     * the clock nor call the tasks stalled.
     *
     * @param what what the other thread does, for messages
     * @return to be closed, by any thread, when that is done
     */
    public TimeHold holdTime(String what) {
        return holds.add(what);
    }

    /**
     * What tasks have thrown and nobody has awaited, since the last call: for tests that expect it.
     *
     * @return the exceptions, in the order in which they were thrown; each names its task in a suppressed exception
     */
    public List<Throwable> takeFailures() {
        return failures.take();
    }

    /**
     * Where each task stands, see {@link Executor#dump}.
     *
     * @return a line for each task
     */
    public String dump() {
        return executor.dump();
    }

    /**
     * Asserts that no task is left but those in the background, and that every task that was called was spawned.
     *
     * @throws LeftoverTasksError if one is: the message names it and where it waits
     */
    public void assertNothingLeft() {
        String left = pools.dump();
        if (left.isEmpty() && !BackgroundTasks.areAlone(executor)) {
            left = dump();
        }
        if (!left.isEmpty()) {
            throw new LeftoverTasksError(
                    "the test ends at " + VirtualTime.text(clock.now())
                            + " and leaves tasks behind:" + indented(left)
                            + "\nLet them end, with runToEnd() for example; what runs for ever is started by spawnBackground().");
        }
    }

    /**
     * Cancels what is left, and gives up the pools. Does nothing if that was done before.
     *
     * <p>What tasks throw while they are cancelled leaves from here, like everything that tasks have thrown and the test
     * has not taken.
     */
    @Override
    public void close() {
        executor.close();
        if (ownPools) {
            pools.close();
            if (TaskPools.current() == pools) {
                TaskPools.enter(null);
            }
        }
        failures.throwAny();
    }

    @Override
    public String toString() {
        return "test executor at " + VirtualTime.text(clock.now()) + (seed == null ? "" : ", seed " + seed);
    }

    /** No task is ready: lets time pass until one may be. */
    private void goOn(long end, long limit) {
        // Not only while time is held: a hold that ended a moment ago may have left a task to be polled.
        if (!holds.isQuiet()) {
            if (!holds.await()) {
                throw new StalledError("no task was woken and " + holds + " did not end within " + REAL_LIMIT_MILLIS
                        + " ms of real time:" + indented(dump()));
            }
            return;
        }
        long next = executor.nextDeadline();
        if (next == TimerQueue.NO_DEADLINE) {
            throw stalled();
        }
        if (next > end) {
            throw new LimitExceededError("after " + VirtualTime.text(limit)
                    + " of virtual time these tasks have not ended:" + indented(dump())
                    + "\nWhat runs for ever is started by spawnBackground(), or run by advanceMillis().");
        }
        clock.advance(next - clock.now());
    }

    private void moveTo(long time) {
        clock.advance(time - clock.now());
        runUntilStalled();
    }

    private void abandon(JoinHandle<?> root, Throwable failed) {
        if (!root.isFinished()) {
            root.abort();
            executor.poll();
            root.cancel();
        }
        for (Throwable failure : failures.take()) {
            if (failure != failed) {
                failed.addSuppressed(failure);
            }
        }
    }

    private StalledError stalled() {
        return new StalledError("at " + VirtualTime.text(clock.now())
                + " nothing can wake these tasks, as no timer is armed:" + indented(dump())
                + "\nIf another thread is to wake them, say so with holdTime().");
    }

    private LimitExceededError livelock() {
        return failures.addTo(new LimitExceededError(LIMIT_POLLS + " polls were made at "
                + VirtualTime.text(clock.now()) + ", without any task waiting for the clock:" + indented(dump())));
    }

    private static String indented(String dump) {
        return "\n  " + dump.stripTrailing().replace("\n", "\n  ");
    }
}
