// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import dev.pollen.executor.AwaitingTask;
import dev.pollen.executor.TaskHeader;
import org.jspecify.annotations.Nullable;

/**
 * What calling an {@code @AsyncTask} method gives: a slot claimed from the task's pool, with the arguments in it. Hand
 * it to a {@code Spawner}; it is not a future and is awaited by nobody. Where the pool had no free slot it is a token
 * that {@code spawn} refuses.
 *
 * <pre>{@code
 * @AsyncTask(poolSize = 2)
 * static Task<Void> blink(String led) {
 *     for (int i = 0; i < 2; i++) {
 *         print(led + " on");
 *         await(Timer.afterMillis(250));
 *     }
 *     return Task.done();
 * }
 *
 * static void start(Spawner spawner) {
 *     spawner.spawn(blink("red")); // claims one of the two slots
 *     spawner.spawn(blink("green"));
 * }
 * }</pre>
 *
 * <p>The slot is the frame itself: a header of 24 bytes, the position, then the live variables. Claiming allocates
 * nothing and is safe between threads.
 *
 * @param <T> the type of the task's result
 */
public class Task<T extends @Nullable Object> extends TaskHeader {
    /** Made by Future classes and pools alone. */
    protected Task() {}

    /**
     * A task on the heap that awaits one future: for tests, and for programs that have as many tasks as they are asked
     * for. It can be spawned once; it has no slot, so it is never refused for want of one.
     *
     * <p><b>Cancel safety.</b> A cancelled task cancels the future. <b>Threading.</b> Any thread may make and spawn
     * it; the future is polled where the task runs. <b>Allocation.</b> The task and its side record.
     *
     * @param <T> the type of the result
     * @param future what the task awaits; it must not have been polled
     * @return a task that ends as the future does
     */
    public static <T extends @Nullable Object> Task<T> of(Future<T> future) {
        return new AwaitingTask<>(future, "Task.of");
    }

    /**
     * Ends a task with a value: {@code return Task.ready(value)} stores it in the frame.
     *
     * @param <T> the type of the value
     * @param value the value
     * @return never seen: the weaver replaces the call
     * @throws NotWovenError if called outside of a woven task
     */
    public static <T extends @Nullable Object> Task<T> ready(T value) {
        throw notWoven();
    }

    /**
     * Ends a task without a value.
     *
     * @return never seen: the weaver replaces the call
     * @throws NotWovenError if called outside of a woven task
     */
    public static Task<Void> done() {
        throw notWoven();
    }

    /**
     * Ends a task with an {@code int}.
     *
     * @param value the value
     * @return never seen: the weaver replaces the call
     * @throws NotWovenError if called outside of a woven task
     */
    public static OfInt ready(int value) {
        throw notWoven();
    }

    /**
     * Ends a task with a {@code long}.
     *
     * @param value the value
     * @return never seen: the weaver replaces the call
     * @throws NotWovenError if called outside of a woven task
     */
    public static OfLong ready(long value) {
        throw notWoven();
    }

    /**
     * Ends a task with a {@code double}.
     *
     * @param value the value
     * @return never seen: the weaver replaces the call
     * @throws NotWovenError if called outside of a woven task
     */
    public static OfDouble ready(double value) {
        throw notWoven();
    }

    /**
     * Ends a task with a {@code boolean}.
     *
     * @param value the value
     * @return never seen: the weaver replaces the call
     * @throws NotWovenError if called outside of a woven task
     */
    public static OfBoolean ready(boolean value) {
        throw notWoven();
    }

    private static NotWovenError notWoven() {
        return new NotWovenError("Task.ready and Task.done stand only in the return of an @AsyncTask method");
    }

    /** A task with an {@code int} result. */
    public static class OfInt extends Task<Integer> {
        /** Made by Future classes and pools alone. */
        protected OfInt() {}
    }

    /** A task with a {@code long} result. */
    public static class OfLong extends Task<Long> {
        /** Made by Future classes and pools alone. */
        protected OfLong() {}
    }

    /** A task with a {@code double} result. */
    public static class OfDouble extends Task<Double> {
        /** Made by Future classes and pools alone. */
        protected OfDouble() {}
    }

    /** A task with a {@code boolean} result. */
    public static class OfBoolean extends Task<Boolean> {
        /** Made by Future classes and pools alone. */
        protected OfBoolean() {}
    }
}
