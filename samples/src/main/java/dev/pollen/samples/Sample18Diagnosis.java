// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Output;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.samples.board.Work;
import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.scope.Oscilloscope;
import dev.pollen.simboard.scope.TaskPins;
import dev.pollen.time.Ticker;

/**
 * Who starves the others? Five tools say it: times of log lines, a watchdog, counters, a dump of where each task is, and an
 * oscilloscope, whose file goes to the directory for temporary files. {@code ./demo diagnosis} runs it:
 *
 * <pre>
 * [   950 ms] ERROR watchdog: task Sample18Diagnosis.filter has held executor main for 200 ms
 * [   950 ms] ERROR watchdog: at dev.pollen.samples.Sample18Diagnosis.filter$poll(Sample18Diagnosis.java:58)
 * [  1020 ms] filter: longest poll so far 0 ms
 * </pre>
 */
public final class Sample18Diagnosis {
    private static TaskPins pins = new TaskPins();

    /** An executor that measures polls and drives the pins. */
    static Executor.Builder settings() {
        pins = new TaskPins();
        return Executor.builder().timing(true).trace(pins);
    }

    @AsyncTask
    static Task<Void> blink(Output led, Executor executor) {
        Ticker ticker = Ticker.everyMillis(100);
        while (true) {
            long before = executor.clock().now();
            await(ticker.next());
            long gap = executor.clock().now() - before;
            if (gap > 150_000_000) {
                Log.warn("blink: {} ms since the last await", gap / 1_000_000);
            }
            led.toggle();
        }
    }

    @AsyncTask
    static Task<Void> filter(Work work, Executor executor) {
        Ticker ticker = Ticker.everyMillis(700);
        while (true) {
            await(ticker.next());
            for (int i = 0; i < 3_200; i++) {
                work.heavyComputation(i);
            }
            Log.info("filter: longest poll so far {} ms", executor.running().longestPollNanos() / 1_000_000);
        }
    }

    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        DevKit kit = Bench.kit(spawner, args);
        Oscilloscope scope = new Oscilloscope(kit.board(), 100_000);
        scope.probe("led", kit.board().pin("PJ13"));
        pins.connect(kit.board(), scope, "PD0", "PD1", "PD2", "PD3");
        Bench.watch(kit, spawner, 200);
        spawner.spawn(blink(kit.led(), spawner.executor()));
        spawner.spawn(filter(new Work(kit), spawner.executor()));

        await(Ticker.everyMillis(1_800).next());
        Bench.log(spawner.executor().dump()); // where everybody is
        Log.info("the pin of filter was high for {} ms", scope.highNanos("Sample18Diagnosis_filter") / 1_000_000);
        Bench.save(scope, "diagnosis.vcd"); // for GTKWave
        return Task.done();
    }
}
