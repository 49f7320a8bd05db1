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
import dev.pollen.samples.board.Work;
import dev.pollen.simboard.DevKit;
import dev.pollen.time.Timer;

/**
 * GOOD: the same work in chunks, and the others have their turn after each. {@code ./demo yielding} runs it: the LED keeps its
 * time, and the watchdog is silent.
 *
 * <pre>
 * [   506 ms] led off
 * [   607 ms] led on
 * [   640 ms] 1000 chunks are done
 * </pre>
 */
public final class Sample16Yielding {
    private static final int CHUNK = 64;

    // GOOD: yields periodically.
    @AsyncTask
    static Task<Void> compute(byte[] data, Work work) {
        while (true) {
            for (int from = 0; from < data.length; from += CHUNK) {
                work.processChunk(data, from, CHUNK);
                await(Futures.yieldNow()); // to the executor
            }
            Log.info("{} chunks are done", data.length / CHUNK);
        }
    }

    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(100));
        }
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        DevKit kit = Bench.kit(spawner, args);
        Bench.watch(kit, spawner, 200);
        spawner.spawn(blink(kit.led()));
        spawner.spawn(compute(new byte[1_000 * CHUNK], new Work(kit)));
        return Task.done();
    }
}
