// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Output;
import dev.pollen.samples.board.Bench;
import dev.pollen.samples.board.Work;
import dev.pollen.simboard.DevKit;
import dev.pollen.time.Timer;

/**
 * BAD: a task that never awaits holds the thread for ever. The LED freezes, and no log is printed any more; only a watchdog that
 * looks from outside can say who it is, and at which line. {@code ./demo starvation} runs it, {@code yielding} does it right.
 *
 * <pre>
 * [   300 ms] led off
 * [   400 ms] led on
 * [   700 ms] ERROR watchdog: task Sample15Starvation.compute has held executor main for 200 ms
 * </pre>
 */
public final class Sample15Starvation {
    @SuppressWarnings("pollen:045") // BAD: no other task runs. The compiler says so, and the sample shows what follows.
    @AsyncTask
    static Task<Void> compute(Work work) {
        while (true) {
            // Work for the processor, without an await.
            for (int i = 0; i < 1_000_000; i++) {
                work.heavyComputation(i);
            }
            // The others are starved during the whole loop!
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
        Bench.watch(kit, spawner, 200); // the runtime's Watchdog, with a limit of 200 ms
        spawner.spawn(blink(kit.led()));
        await(Timer.afterMillis(450));
        spawner.spawn(compute(new Work(kit)));
        return Task.done();
    }
}
