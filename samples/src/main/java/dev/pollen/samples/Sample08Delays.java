// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Output;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.DevKit;
import dev.pollen.time.Delay;
import dev.pollen.time.Timer;

/**
 * A delay that is awaited lets others run; one that blocks holds the only thread there is, and the LED, which changes every
 * 100 ms, freezes. {@code ./demo delays} runs it:
 *
 * <pre>
 * [     0 ms] led on
 * [     0 ms] await 350 ms
 * [   100 ms] led off
 * [   200 ms] led on
 * [   300 ms] led off
 * [   350 ms] block for 350 ms
 * [   700 ms] done
 * [   700 ms] led on
 * [   800 ms] led off
 * </pre>
 */
public final class Sample08Delays {
    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(100));
        }
    }

    @AsyncTask
    static Task<Void> delays() {
        Log.info("await 350 ms");
        await(Timer.afterMillis(350));
        Log.info("block for 350 ms");
        Delay.blockForMillis(350); // for microseconds, if at all: nobody else runs
        Log.info("done");
        return Task.done();
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        DevKit kit = Bench.kit(spawner, args);
        spawner.spawn(blink(kit.led()));
        spawner.spawn(delays());
        return Task.done();
    }
}
