// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.Output;
import dev.pollen.hal.SpiDevice;
import dev.pollen.hal.SpiException;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.BoardSpec;
import dev.pollen.simboard.Boards;
import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SpiConfig;
import dev.pollen.time.Timer;

/**
 * The same tasks on four boards of four makers: only what makes the drivers differs, and that is data here. {@code ./demo
 * boards} runs them all at once:
 *
 * <pre>
 * [     0 ms] STM32F769I-DISCO: flash ef 40 18
 * [     0 ms] nRF52840 DK: flash ef 40 18
 * [     0 ms] ESP32-C3-DevKitM-1: flash ef 40 18
 * </pre>
 */
public final class Sample21Boards {
    @AsyncTask(poolSize = 4)
    static Task<Void> blink(Output led, BoardSpec spec) {
        Log.info("{}: LED at {}", spec.name(), spec.wiring().led());
        while (true) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask(poolSize = 4)
    static Task<Void> identify(SpiDevice flash, BoardSpec spec) throws SpiException {
        byte[] id = new byte[3];
        await(flash.writeRead(new byte[] {(byte) 0x9F}, id));
        Log.info("{}: flash {:02x} {:02x} {:02x}", spec.name(), id[0], id[1], id[2]);
        return Task.done();
    }

    @AsyncTask(poolSize = 4)
    static Task<Void> measure(I2c i2c, BoardSpec spec) throws I2cException {
        byte[] raw = new byte[2];
        while (true) {
            await(i2c.read(0x48, raw));
            Log.info("{}: {:.2} degrees", spec.name(), (short) (raw[0] << 8 | raw[1] & 0xFF) / 256f);
            await(Timer.afterMillis(1_000));
        }
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) throws SpiException, I2cException {
        start(Bench.kit(spawner, args), spawner);
        for (BoardSpec spec : Boards.all().subList(1, 4)) {
            start(new DevKit(SimBoard.of(spec, spawner)), spawner);
        }
        return Task.done();
    }

    private static void start(DevKit kit, Spawner spawner) throws SpiException, I2cException {
        BoardSpec spec = kit.board().spec();
        spawner.spawn(blink(kit.led(), spec));
        spawner.spawn(identify(kit.flash(SpiConfig.hertz(1_000_000)), spec));
        spawner.spawn(measure(kit.sensors(100_000), spec));
    }
}
