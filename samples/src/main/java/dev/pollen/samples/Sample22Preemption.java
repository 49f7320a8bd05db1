// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.samples.board.Urgency;
import dev.pollen.time.Clock;
import dev.pollen.time.Timer;

/**
 * Three executors: urgent tasks take the processor away from tasks that compute and do not yield. On the real clock they are {@code
 * InterruptExecutor}s, threads with priorities. {@code ./demo preemption} runs it:
 *
 * <pre>
 * [  1000 ms] [low] Starting long computation
 * [  1670 ms]         [high] tick!
 * [  1715 ms]     [med] Starting long computation
 * [  2505 ms]         [high] tick!
 * [  2715 ms]     [med] done in 1000 ms
 * [  3000 ms] [low] done in 2000 ms
 * </pre>
 */
public final class Sample22Preemption {
    @AsyncTask
    static Task<Void> high() {
        while (true) {
            Log.info("        [high] tick!");
            await(Timer.afterMillis(835));
        }
    }

    @AsyncTask
    static Task<Void> med(Urgency urgency, Clock clock) {
        while (true) {
            long start = clock.now();
            Log.info("    [med] Starting long computation");
            urgency.compute(1_000); // holds the thread, without an await
            Log.info("    [med] done in {} ms", (clock.now() - start) / 1_000_000);
            await(Timer.afterMillis(715));
        }
    }

    @AsyncTask
    static Task<Void> low(Urgency urgency, Clock clock) {
        while (true) {
            long start = clock.now();
            Log.info("[low] Starting long computation");
            urgency.compute(2_000);
            Log.info("[low] done in {} ms", (clock.now() - start) / 1_000_000);
            await(Timer.afterMillis(1_006));
        }
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        Bench.board(spawner, args);
        Clock clock = spawner.executor().clock();
        Urgency urgency = new Urgency(spawner);

        // Most urgent first; the tasks of the root task's own executor are the least urgent.
        urgency.executor("high", Thread.MAX_PRIORITY).spawn(high());
        urgency.executor("med", Thread.NORM_PRIORITY + 1).spawn(med(urgency, clock));
        spawner.spawn(low(urgency, clock));
        return Task.done();
    }
}
