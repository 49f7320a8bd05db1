// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;

/**
 * Sleeps by moving a virtual clock to the deadline, in no time. Where there is no deadline it waits for another thread's
 * wake, as nothing else can happen.
 */
public final class VirtualSleeper extends Sleeper {
    private final VirtualClock virtual;
    private final Sleeper parking = new ParkingSleeper();
    private volatile boolean woken;

    /**
     * A sleeper for one executor.
     *
     * @param virtual the executor's clock
     */
    public VirtualSleeper(VirtualClock virtual) {
        this.virtual = virtual;
    }

    @Override
    public void prepare() {
        if (woken) {
            woken = false;
        }
        parking.prepare();
    }

    @Override
    public void sleep(Clock clock, long deadline) {
        if (deadline == NO_DEADLINE) {
            parking.sleep(clock, deadline);
        } else if (!woken) {
            long left = deadline - virtual.now();
            if (left > 0) {
                virtual.advance(left);
            }
        }
    }

    @Override
    public void wake() {
        woken = true;
        parking.wake();
    }
}
