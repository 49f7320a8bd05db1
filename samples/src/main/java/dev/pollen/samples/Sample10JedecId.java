// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.SpiBus;
import dev.pollen.hal.SpiException;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SpiConfig;

/**
 * Asks a flash chip who it is, over SPI2: both directions at once, by DMA. {@code ./demo jedec-id} runs it:
 *
 * <pre>
 * [     0 ms] JEDEC ID: ef 40 18
 * </pre>
 */
public final class Sample10JedecId {
    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) throws SpiException {
        SimBoard board = Bench.board(spawner, args);
        Peripherals p = board.peripherals();
        Interrupts irqs = Interrupts.of(board.interrupts()).bind("SPI2", board.handler("SPI2"));

        SpiBus spi = board.spi(
                p.take("SPI2"),
                p.take("PB10"),
                p.take("PC3"),
                p.take("PC2"),
                irqs,
                p.take("DMA1_CH2"),
                p.take("DMA1_CH3"),
                SpiConfig.hertz(1_000_000));
        Output select = board.output(p.take("PA11"), Level.HIGH);

        byte[] sent = {(byte) 0x9F, 0, 0, 0}; // read JEDEC id
        byte[] received = new byte[4];

        // The task sleeps until DMA has moved the last byte.
        select.setLow();
        await(spi.transfer(received, sent));
        select.setHigh();
        Log.info("JEDEC ID: {:02x} {:02x} {:02x}", received[1], received[2], received[3]);
        return Task.done();
    }
}
