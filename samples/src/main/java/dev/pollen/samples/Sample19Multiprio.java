// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.*;
import dev.pollen.annotations.*;
import dev.pollen.executor.*;
import dev.pollen.futures.Futures;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.time.Delay;
import dev.pollen.time.Timer;

/**
 * Three priorities: the most urgent task ticks on time while others compute for seconds, and the middle one goes before the
 * low one. A task is overtaken where it yields. {@code ./demo multiprio} runs it:
 *
 * <pre>
 * [   835 ms]         [high] tick!
 * [  1000 ms]     [med] done in 1000 ms
 * [  1000 ms] [low] Starting long computation
 * </pre>
 */
public final class Sample19Multiprio {
    /** An executor that polls the ready task of the highest priority first. */
    static Executor.Builder settings() {
        return Executor.builder().scheduling(Scheduling.PRIORITY);
    }

    @AsyncTask
    static Task<Void> high(Executor executor) {
        executor.running().setPriority(2);
        while (true) {
            Log.info("        [high] tick!");
            await(Timer.afterMillis(835));
        }
    }

    @AsyncTask
    static Task<Void> med(Executor executor) {
        executor.running().setPriority(1);
        while (true) {
            long start = executor.clock().now();
            Log.info("    [med] Starting long computation");
            await(compute(1_000));
            Log.info("    [med] done in {} ms", (executor.clock().now() - start) / 1_000_000);
            await(Timer.afterMillis(715));
        }
    }

    @AsyncTask
    static Task<Void> low(Executor executor) {
        while (true) {
            long start = executor.clock().now();
            Log.info("[low] Starting long computation");
            await(compute(2_000));
            Log.info("[low] done in {} ms", (executor.clock().now() - start) / 1_000_000);
            await(Timer.afterMillis(1_006));
        }
    }

    @Async
    static Future<Void> compute(int millis) {
        for (int i = 0; i < millis; i++) {
            Delay.blockForMillis(1);
            await(Futures.yieldNow()); // who is more urgent and ready goes first
        }
        return Future.done();
    }

    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        Bench.board(spawner, args);
        spawner.spawn(high(spawner.executor()));
        spawner.spawn(med(spawner.executor()));
        spawner.spawn(low(spawner.executor()));
        return Task.done();
    }
}
