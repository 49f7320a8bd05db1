// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.hal.Rtc;

/** The clock of a simulated board, see {@link Rtc}. Threading: on the executor's thread. */
@NoAllocation
public final class SimRtc implements Rtc {
    private final RtcHardware hardware;

    SimRtc(RtcHardware hardware) {
        this.hardware = hardware;
    }

    @Override
    public long nowMillis() {
        return hardware.nowMillis();
    }

    @Override
    public void setMillis(long epochMillis) {
        hardware.setMillis(epochMillis);
    }

    @Override
    @Async
    public Future<Void> waitUntil(long epochMillis) {
        hardware.arm(epochMillis);
        try {
            do {
                await(hardware.event().notified());
            } while (!hardware.hasRung());
        } finally {
            hardware.disarm();
        }
        return Future.done();
    }
}
