// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.hal.Pwm;

/**
 * A timer of a simulated board that makes pulses, see {@link Pwm}. What is set holds from the next period on. Threading:
 * on the executor's thread.
 */
@NoAllocation
public final class SimPwm implements Pwm {
    private final PwmHardware hardware;

    SimPwm(PwmHardware hardware) {
        this.hardware = hardware;
    }

    @Override
    public int maxDuty() {
        return hardware.maxDuty();
    }

    @Override
    public void setDuty(int duty) {
        hardware.duty(duty);
    }

    @Override
    public int duty() {
        return hardware.duty();
    }

    @Override
    public void enable() {
        hardware.enable();
    }

    @Override
    public void disable() {
        hardware.disable();
    }

    @Override
    @Async
    public Future<Void> waveform(int[] duties) {
        hardware.start(duties);
        try {
            do {
                await(hardware.event().notified());
            } while (!hardware.isDone());
        } finally {
            hardware.stop();
        }
        return Future.done();
    }
}
