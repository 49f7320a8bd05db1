// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import dev.pollen.platform.Sleeper;
import dev.pollen.platform.VirtualSleeper;
import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;
import java.util.function.Supplier;

/**
 * For code that calls {@code run} or {@code blockOn} of the executor itself: sleeps by moving the clock, and refuses a
 * sleep without an end.
 */
final class RefusingSleeper extends Sleeper {
    private final VirtualSleeper virtual;
    private final Supplier<StalledError> refusal;

    RefusingSleeper(VirtualClock clock, Supplier<StalledError> refusal) {
        virtual = new VirtualSleeper(clock);
        this.refusal = refusal;
    }

    @Override
    public void prepare() {
        virtual.prepare();
    }

    @Override
    public void sleep(Clock clock, long deadline) {
        if (deadline == NO_DEADLINE) {
            throw refusal.get();
        }
        virtual.sleep(clock, deadline);
    }

    @Override
    public void wake() {
        virtual.wake();
    }
}
