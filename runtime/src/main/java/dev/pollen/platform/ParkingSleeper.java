// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sleeps by parking the thread; the clock must advance with real time. */
public final class ParkingSleeper extends Sleeper {
    private volatile boolean woken;
    private volatile @Nullable Thread sleeping;

    /** A sleeper for one executor. */
    public ParkingSleeper() {}

    @Override
    public void prepare() {
        if (woken) {
            woken = false;
        }
    }

    @Override
    public void sleep(Clock clock, long deadline) {
        // The order is that of Dekker: announce the thread, then look; wake() sets, then looks for a thread.
        sleeping = Thread.currentThread();
        if (!woken) {
            park(clock, deadline);
        }
        sleeping = null;
    }

    private void park(Clock clock, long deadline) {
        if (deadline == NO_DEADLINE) {
            LockSupport.park(this);
            return;
        }
        long nanos = deadline - clock.now();
        if (nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    @Override
    public void wake() {
        woken = true;
        Thread thread = sleeping;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
