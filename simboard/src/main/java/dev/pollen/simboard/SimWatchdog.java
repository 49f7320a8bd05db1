// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.Watchdog;
import java.util.function.LongConsumer;

/** The watchdog of a simulated board: what a reset does there says {@code SimBoard.onReset}. */
public final class SimWatchdog implements Watchdog {
    private final SimTime time;
    private final BoardSpec.Watchdog data;
    private final LongConsumer reset;
    private long timeoutNanos;

    private final SimEvent bites = new SimEvent() {
        @Override
        protected void happen() {
            reset.accept(time.now());
        }
    };

    SimWatchdog(BoardSpec.Watchdog data, SimTime time, LongConsumer reset) {
        this.data = data;
        this.time = time;
        this.reset = reset;
    }

    @Override
    public void start(long timeoutMillis) {
        if (timeoutMillis <= 0 || timeoutMillis > data.maxMillis()) {
            throw new IllegalArgumentException(
                    data.name() + " counts from 1 to " + data.maxMillis() + " ms, and not to " + timeoutMillis);
        }
        if (timeoutNanos != 0) {
            throw new IllegalStateException(data.name() + " was started already, and cannot be changed until a reset");
        }
        time.look();
        timeoutNanos = timeoutMillis * 1_000_000;
        time.after(bites, timeoutNanos);
    }

    @Override
    public void feed() {
        time.look();
        if (timeoutNanos != 0 && bites.isScheduled()) {
            time.after(bites, timeoutNanos);
        }
    }
}
