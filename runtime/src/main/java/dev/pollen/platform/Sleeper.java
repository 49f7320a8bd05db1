// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.time.Clock;

/**
 * How an executor spends the time in which no task is ready. The executor's thread does this, in this order:
 *
 * <ol>
 *   <li>{@link #prepare}: wakes that were made before are forgotten;
 *   <li>a last look at what other threads have queued; if there is something it does not sleep;
 *   <li>{@link #sleep}, which returns at once if {@link #wake} was called since {@code prepare}.
 * </ol>
 *
 * <p>So no wake is lost. A sleeper serves one executor.
 */
public abstract class Sleeper {
    /** The deadline of a sleep that ends only by {@link #wake}. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    /** For subclasses: a test may record the sleeps of an executor. */
    protected Sleeper() {}

    /** Forgets the wakes made so far. On the executor's thread. */
    public abstract void prepare();

    /**
     * Waits until the clock has reached a deadline or {@link #wake} is called; may return early for no reason. On the
     * executor's thread. Allocates nothing.
     *
     * @param clock the executor's clock
     * @param deadline a time of that clock in nanoseconds, or {@link #NO_DEADLINE}
     */
    public abstract void sleep(Clock clock, long deadline);

    /**
     * Ends the sleep. From any thread, synchronously from inside a wake: it must not block, throw or call the executor.
     */
    public abstract void wake();
}
