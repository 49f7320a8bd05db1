// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Knows whether an interrupt handler runs on the current thread: there nothing may be polled. A machine with interrupts
 * asks its processor.
 */
public final class InterruptContext {
    /** How many handlers run, on all threads: while there are none, asking costs a read. */
    private static final AtomicInteger RUNNING = new AtomicInteger();

    private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

    private InterruptContext() {}

    /** A handler begins on this thread; called by interrupt controllers alone. */
    public static void enter() {
        DEPTH.get()[0]++;
        RUNNING.incrementAndGet();
    }

    /** A handler has ended on this thread; called by interrupt controllers alone. */
    public static void exit() {
        RUNNING.decrementAndGet();
        DEPTH.get()[0]--;
    }

    /**
     * Whether a handler runs on this thread.
     *
     * @return whether this is interrupt context
     */
    public static boolean isActive() {
        return RUNNING.get() != 0 && DEPTH.get()[0] != 0;
    }

    /**
     * Refuses what no handler may do.
     *
     * @param what what is refused, as the beginning of a sentence
     * @throws IllegalStateException in interrupt context
     */
    public static void refuse(String what) {
        if (isActive()) {
            throw new IllegalStateException(what.concat(
                    " in an interrupt handler: a handler runs on top of a task, so it may wake and may not poll or wait. Wake"
                            + " a task, and let that do it"));
        }
    }
}
