// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import org.jspecify.annotations.Nullable;

/**
 * The part of a machine that decides which handler runs when.
 *
 * <p>An interrupt that is raised is pending until its handler begins. It begins at once if it is enabled, no mask holds it
 * back and it is more urgent than what runs; otherwise as soon as all of that is so. Of several the most urgent comes
 * first, among equals the one that stands first in the vector table. A handler is interrupted by more urgent ones alone,
 * never by itself: raised again meanwhile, it runs once more afterwards.
 *
 * <p><b>Threading.</b> On the executor's thread.
 *
 * <p><b>Allocation.</b> None. A name that the machine does not have is an {@link IllegalArgumentException}.
 */
public interface InterruptController {
    /**
     * Whether the machine has such an interrupt.
     *
     * @param interrupt its name in the vector table
     * @return whether it can be bound
     */
    boolean has(String interrupt);

    /**
     * Puts a handler into the vector table. User code binds with {@link Interrupts}.
     *
     * @param interrupt the name
     * @param handler what runs; null for nothing, then it cannot be enabled
     */
    void setHandler(String interrupt, @Nullable InterruptHandler handler);

    /**
     * Lets an interrupt through.
     *
     * @param interrupt the name
     * @throws IllegalStateException if no handler is bound to it
     */
    void enable(String interrupt);

    /**
     * Holds an interrupt back; it stays pending.
     *
     * @param interrupt the name
     */
    void disable(String interrupt);

    /**
     * Whether an interrupt is let through.
     *
     * @param interrupt the name
     * @return whether it is enabled
     */
    boolean isEnabled(String interrupt);

    /**
     * Raises an interrupt by software.
     *
     * @param interrupt the name
     */
    void pend(String interrupt);

    /**
     * Takes back an interrupt whose handler has not begun.
     *
     * @param interrupt the name
     */
    void unpend(String interrupt);

    /**
     * Whether an interrupt waits for its handler to begin.
     *
     * @param interrupt the name
     * @return whether it is pending
     */
    boolean isPending(String interrupt);

    /**
     * Sets how urgent an interrupt is.
     *
     * @param interrupt the name
     * @param priority 0 for the most urgent, up to 15
     * @throws IllegalArgumentException if there is no such priority
     */
    void setPriority(String interrupt, int priority);

    /**
     * How urgent an interrupt is.
     *
     * @param interrupt the name
     * @return its priority; 0 unless set
     */
    int priority(String interrupt);

    /**
     * Holds all interrupts back, or lets them through again.
     *
     * @param masked whether to hold them back
     * @return whether they were held back before, to be restored
     */
    boolean maskAll(boolean masked);
}
