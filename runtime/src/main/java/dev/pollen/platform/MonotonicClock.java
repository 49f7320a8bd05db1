// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.time.Clock;

/** The machine's monotonic clock, counted from the start of the program. */
public final class MonotonicClock implements Clock {
    /** The one clock of this machine. */
    public static final Clock INSTANCE = new MonotonicClock();

    private final long origin = System.nanoTime();

    private MonotonicClock() {}

    @Override
    public long now() {
        return System.nanoTime() - origin;
    }
}
