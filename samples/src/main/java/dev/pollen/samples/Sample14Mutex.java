// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.I2cException;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.samples.board.Display;
import dev.pollen.simboard.DevKit;
import dev.pollen.sync.Mutex;
import dev.pollen.time.Timer;

/**
 * A display that two tasks draw on, one at a time: the lock is held over the transfers, and let go of at the end of the block,
 * however it ends. {@code ./demo mutex} runs it; what is lit is drawn with {@code #}:
 *
 * <pre>
 * [     0 ms] status 1
 * [    12 ms] alarm bar 2
 * [   900 ms] display |#               |
 * [   900 ms] display |##              |
 * </pre>
 */
public final class Sample14Mutex {
    @AsyncTask
    static Task<Void> status(Mutex<Display> display) throws I2cException {
        for (int second = 1; ; second++) {
            try (var guard = await(display.lock())) {
                // Exclusive access to the display, also while it waits for the bus.
                Log.info("status {}", second);
                await(guard.get().bar(0, second));
            } // the lock is released here
            await(Timer.afterMillis(1_000));
        }
    }

    @AsyncTask
    static Task<Void> alarm(Mutex<Display> display) throws I2cException {
        for (int level = 2; ; level += 2) {
            try (var guard = await(display.lock())) {
                Log.info("alarm bar {}", level);
                await(guard.get().bar(1, level));
            }
            await(Timer.afterMillis(1_000));
        }
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) throws I2cException {
        DevKit kit = Bench.kit(spawner, args);
        Mutex<Display> display = Mutex.local(new Display(kit.sensors(100_000)));
        spawner.spawn(status(display));
        spawner.spawn(alarm(display));
        return Task.done();
    }
}
