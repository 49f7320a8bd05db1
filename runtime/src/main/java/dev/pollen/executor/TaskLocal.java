// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.AtomicWord;
import org.jspecify.annotations.Nullable;

/**
 * A variable of which each run of a task has its own: what a {@code ThreadLocal} is for threads.
 *
 * <pre>{@code
 * static final TaskLocal<String> REQUEST = TaskLocal.of("none");
 *
 * @AsyncTask(poolSize = 2)
 * static Task<Void> serve(String request) {
 *     REQUEST.set(request);
 *     await(answer());
 *     return Task.done();
 * }
 *
 * @Async
 * static Future<Void> answer() {
 *     await(Timer.afterMillis(5));
 *     print("answers " + REQUEST.get()); // that of the task that awaits this
 *     return Future.done();
 * }
 * }</pre>
 *
 * <p>The value follows the task: it is the same in all async methods that the task awaits, before and after each await.
 * It begins as the initial value and is let go when the run ends; tasks that it spawns begin anew. Keep one in a static
 * final field.
 *
 * <p><b>Cancel safety.</b> The value is let go when the run is cancelled, too.
 *
 * <p><b>Threading.</b> Each task sees its own value, whatever thread runs it.
 *
 * <p><b>Allocation.</b> An array in the slot's side record when the first run of the slot sets a value, nothing
 * afterwards.
 *
 * <p><b>Errors.</b> {@link IllegalStateException} outside of a task.
 *
 * @param <T> the type of the value
 */
public final class TaskLocal<T extends @Nullable Object> {
    private static final AtomicWord COUNT = new AtomicWord(0);

    private final int index;
    private final T initial;

    private TaskLocal(T initial) {
        this.initial = initial;
        long seen;
        do {
            seen = COUNT.get();
        } while (!COUNT.compareAndSet(seen, seen + 1));
        index = (int) seen;
    }

    /**
     * A variable.
     *
     * @param <T> the type of the value
     * @param initial what it is where a task has not set it; shared by all tasks
     * @return the variable
     */
    public static <T extends @Nullable Object> TaskLocal<T> of(T initial) {
        return new TaskLocal<>(initial);
    }

    /**
     * The value in the running task.
     *
     * @return what the task has set, else the initial value
     * @throws IllegalStateException outside of a task
     */
    @SuppressWarnings("unchecked") // only set() stores at the index
    public T get() {
        Object value = running().local(index);
        return value == null ? initial : (T) value;
    }

    /**
     * Sets the value in the running task.
     *
     * @param value the value until the run ends; null for the initial one
     * @throws IllegalStateException outside of a task
     */
    public void set(@Nullable T value) {
        running().local(index, value);
    }

    private static TaskRecord running() {
        Executor here = Executor.current();
        TaskHeader task = here == null ? null : here.polled();
        if (task == null) {
            throw new IllegalStateException(
                    "a TaskLocal was used outside of a task: it has a value for each task, and for nothing else");
        }
        return task.record;
    }
}
