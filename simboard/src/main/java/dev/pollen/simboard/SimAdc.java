// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.hal.Adc;
import dev.pollen.hal.AdcException;

/** A converter of a simulated board, see {@link Adc}. Threading: on the executor's thread. */
@NoAllocation
public final class SimAdc implements Adc {
    private final AdcHardware hardware;
    private final int[] single = new int[1];

    SimAdc(AdcHardware hardware) {
        this.hardware = hardware;
    }

    @Override
    public int maxValue() {
        return hardware.maxValue();
    }

    @Override
    @Async
    public Future.OfInt read(int channel) throws AdcException {
        hardware.start(channel, single);
        await(completion());
        return Future.ready(single[0]);
    }

    @Override
    @Async
    public Future<Void> read(int channel, int[] values) throws AdcException {
        hardware.start(channel, values);
        return completion();
    }

    @Async
    private Future<Void> completion() throws AdcException {
        try {
            do {
                await(hardware.event().notified());
            } while (!hardware.isDone());
            AdcException.Kind wrong = hardware.wrong();
            if (wrong != null) {
                throw new AdcException(wrong);
            }
        } finally {
            hardware.stop();
        }
        return Future.done();
    }
}
