// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import org.jspecify.annotations.Nullable;

/**
 * Something that the hardware does at a time. Made once and scheduled again and again: it is its own node in the queue.
 */
public abstract class SimEvent {
    @Nullable
    SimEvent next;

    long at;
    boolean scheduled;

    /** An event that is not scheduled. */
    protected SimEvent() {}

    /** The time has come. {@link SimTime#now} is that time, however late the program sees it. */
    protected abstract void happen();

    /**
     * Whether it is going to happen.
     *
     * @return whether it is scheduled
     */
    public final boolean isScheduled() {
        return scheduled;
    }
}
