// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Future;
import org.jspecify.annotations.Nullable;

/**
 * The result of one run of a task, as a future. Given by {@code Spawner.submit}.
 *
 * <pre>{@code
 * JoinHandle<String> name = spawner.submit(name(3)); // runs from now on
 * print("meanwhile");
 * print(await(name));
 * }</pre>
 *
 * <p>When the run ends its result or exception moves here, and the task's slot is free at once. Awaiting gives the result
 * or throws the exception; {@link TaskAbortedException} if the run was aborted.
 *
 * <p><b>Cancel safety.</b> {@code cancel()} stops the waiting, the task runs on; an exception of it then goes to the
 * executor's handler.
 *
 * <p><b>Threading.</b> The handle may be given to another thread or executor before its first poll; once the task's own
 * executor has polled it, it stays there. {@link #abort} and {@link #isFinished} may be called from any thread.
 *
 * <p><b>Allocation.</b> None where {@code submit} is awaited directly.
 *
 * <p><b>Errors.</b> What the task throws leaves from the await, {@link TaskAbortedException} where it was aborted.
 *
 * @param <T> the type of the result
 */
public interface JoinHandle<T extends @Nullable Object> extends Future<T> {
    /**
     * Cancels the task: its executor unwinds it in its next round. Does nothing if the run has ended. From any thread.
     */
    void abort();

    /**
     * Whether the run has ended, by a result, an exception or a cancellation. From any thread.
     *
     * @return true from the end of the run on
     */
    boolean isFinished();

    /** The {@code int} result of a task. */
    interface OfInt extends JoinHandle<Integer>, Future.OfInt {}

    /** The {@code long} result of a task. */
    interface OfLong extends JoinHandle<Long>, Future.OfLong {}

    /** The {@code double} result of a task. */
    interface OfDouble extends JoinHandle<Double>, Future.OfDouble {}

    /** The {@code boolean} result of a task. */
    interface OfBoolean extends JoinHandle<Boolean>, Future.OfBoolean {}
}
