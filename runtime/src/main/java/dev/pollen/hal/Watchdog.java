// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/**
 * Resets the machine when it was not fed in time. Once started it cannot be stopped.
 *
 * <p>All methods return at once.
 *
 * <p><b>Threading.</b> One task at a time: the one whose running shows that all is well.
 *
 * <p><b>Allocation.</b> None.
 */
public interface Watchdog {
    /**
     * Starts it.
     *
     * @param timeoutMillis the longest time between two feeds
     * @throws IllegalArgumentException if it cannot count that far
     * @throws IllegalStateException if it was started before
     */
    void start(long timeoutMillis);

    /** Begins the time anew. Does nothing before the start. */
    void feed();
}
