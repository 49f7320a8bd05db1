// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Peripherals;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.SimBoard;

/**
 * Reads a temperature sensor over I2C, at 100 kHz. A device that is not there is an exception with a kind that a driver can
 * act on. {@code ./demo temperature} runs it:
 *
 * <pre>
 * [     0 ms] 21.50 degrees
 * [     0 ms] 0x49 does not answer: NACK
 * </pre>
 */
public final class Sample11Temperature {
    private static final int SENSOR = 0x48;

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) throws I2cException {
        SimBoard board = Bench.board(spawner, args);
        Peripherals p = board.peripherals();
        Interrupts irqs = Interrupts.of(board.interrupts())
                .bind("I2C1_EV", board.handler("I2C1_EV"))
                .bind("I2C1_ER", board.handler("I2C1_ER"));

        I2c i2c = board.i2c(
                p.take("I2C1"), p.take("PB8"), p.take("PB9"), irqs, p.take("DMA1_CH4"), p.take("DMA1_CH5"), 100_000);

        byte[] raw = new byte[2];
        await(i2c.read(SENSOR, raw));
        float temperature = (short) (raw[0] << 8 | raw[1] & 0xFF) / 256f;
        Log.info("{:.2} degrees", temperature);

        try {
            await(i2c.read(SENSOR + 1, raw));
        } catch (I2cException e) {
            Log.info("0x{:x} does not answer: {}", SENSOR + 1, e.kind());
        }
        return Task.done();
    }
}
