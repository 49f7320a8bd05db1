// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import dev.pollen.platform.Sleeper;
import dev.pollen.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Writes down the deadline of each sleep of an executor. */
public final class RecordingSleeper extends Sleeper {
    private final Sleeper real;
    private final List<Long> deadlines = new ArrayList<>();

    public RecordingSleeper(Sleeper real) {
        this.real = real;
    }

    public List<Long> deadlines() {
        return deadlines;
    }

    @Override
    public void prepare() {
        real.prepare();
    }

    @Override
    public void sleep(Clock clock, long deadline) {
        deadlines.add(deadline);
        real.sleep(clock, deadline);
    }

    @Override
    public void wake() {
        real.wake();
    }
}
