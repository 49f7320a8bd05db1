// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.futures.Futures;
import dev.pollen.hal.Output;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.DevKit;
import dev.pollen.time.Delay;
import dev.pollen.time.Timer;
import java.nio.charset.StandardCharsets;

/**
 * A long computation, broken up: a check sum that yields every 128 bytes, while the LED blinks. {@code ./demo crc} runs it; the
 * check sum of the digits 1 to 9, which everybody knows, is 0x29b1:
 *
 * <pre>
 * [     0 ms] led on
 * [     1 ms] CRC: 0x29b1
 * [    11 ms] led off
 * [    23 ms] led on
 * [    34 ms] led off
 * [    41 ms] CRC: 0xefdf
 * [    44 ms] led on
 * </pre>
 */
public final class Sample17Crc {
    private static final int CHUNK = 128;

    @AsyncTask(poolSize = 2)
    static Task<Void> crc(byte[] data) {
        int crc = 0xFFFF;
        for (int from = 0; from < data.length; from += CHUNK) {
            int to = Math.min(from + CHUNK, data.length);
            for (int i = from; i < to; i++) {
                crc = updateCrc(crc, data[i]);
            }
            Delay.blockForMicros((to - from) * 10); // what it takes, for the virtual clock
            await(Futures.yieldNow()); // every 128 bytes, so that others can run
        }
        Log.info("CRC: 0x{:04x}", crc);
        return Task.done();
    }

    private static int updateCrc(int crc, byte value) {
        int updated = crc ^ (value & 0xFF) << 8;
        for (int bit = 0; bit < 8; bit++) {
            updated = updated << 1 ^ ((updated & 0x8000) == 0 ? 0 : 0x1021);
        }
        return updated & 0xFFFF;
    }

    @AsyncTask
    static Task<Void> blink(Output led) {
        for (int i = 0; i < 8; i++) {
            led.toggle();
            await(Timer.afterMillis(10));
        }
        return Task.done();
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        DevKit kit = Bench.kit(spawner, args);
        spawner.spawn(blink(kit.led()));
        spawner.spawn(crc("123456789".getBytes(StandardCharsets.US_ASCII)));
        spawner.spawn(crc(new byte[4096]));
        return Task.done();
    }
}
