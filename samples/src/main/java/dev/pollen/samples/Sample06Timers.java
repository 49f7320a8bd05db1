// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.time.Clock;
import dev.pollen.time.Timer;

/**
 * One-shot delays: for a time, and until an instant, which is kept however long something else takes before it. {@code ./demo
 * timers} runs it:
 *
 * <pre>
 * [     0 ms] start
 * [   500 ms] half a second later
 * [   500 ms] the deadline is in two seconds
 * [  1200 ms] something that takes 700 ms is done
 * [  2500 ms] the deadline, in time
 * </pre>
 */
public final class Sample06Timers {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        Bench.board(spawner, args);
        Clock clock = spawner.executor().clock();
        Log.info("start");

        // Waits for a duration; others run meanwhile.
        await(Timer.afterMillis(500));
        Log.info("half a second later");

        // Waits until an instant, in nanoseconds of the executor's clock.
        long deadline = clock.now() + 2 * NANOS_PER_SECOND;
        Log.info("the deadline is in two seconds");
        await(Timer.afterMillis(700));
        Log.info("something that takes 700 ms is done");
        await(Timer.at(deadline));
        Log.info("the deadline, in time");
        return Task.done();
    }
}
