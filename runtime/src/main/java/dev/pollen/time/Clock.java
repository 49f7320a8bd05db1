// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import dev.pollen.platform.MonotonicClock;

/** Tells the time of an executor: nanoseconds since some origin, never going back. */
public interface Clock {
    /**
     * The time now. Called on the executor's thread, when a timer is armed and from time to time between polls.
     *
     * @return nanoseconds; never less than an earlier call gave
     */
    long now();

    /**
     * The machine's monotonic clock.
     *
     * @return the clock of executors that were given no other; always the same object
     */
    static Clock monotonic() {
        return MonotonicClock.INSTANCE;
    }
}
