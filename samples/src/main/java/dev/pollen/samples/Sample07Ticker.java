// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;

/**
 * A fixed rate: a ticker makes up for the time that the work takes, a delay after the work does not. Both tasks take 30 ms to
 * read their sensor, and wait for 100 ms. {@code ./demo ticker} runs it:
 *
 * <pre>
 * [     0 ms] ticker: sample 1
 * [     0 ms] timer: sample 1
 * [   100 ms] ticker: sample 2
 * [   130 ms] timer: sample 2
 * [   200 ms] ticker: sample 3
 * [   260 ms] timer: sample 3
 * [   300 ms] ticker: sample 4
 * [   390 ms] timer: sample 4
 * </pre>
 */
public final class Sample07Ticker {
    @AsyncTask
    static Task<Void> sensor() {
        Ticker ticker = Ticker.everyMillis(100);
        for (int n = 1; ; n++) {
            // Runs every 100 ms, however long readSensor() takes.
            Log.info("ticker: sample {}", n);
            int value = await(readSensor(n));
            process(value);
            await(ticker.next());
        }
    }

    @AsyncTask
    static Task<Void> drifting() {
        for (int n = 1; ; n++) {
            Log.info("timer: sample {}", n);
            int value = await(readSensor(n));
            process(value);
            await(Timer.afterMillis(100)); // 130 ms after the one before
        }
    }

    @Async
    static Future.OfInt readSensor(int n) {
        await(Timer.afterMillis(30));
        return Future.ready(n % 10);
    }

    private static void process(int value) {
        Log.debug("value {}", value);
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        Bench.board(spawner, args);
        spawner.spawn(sensor());
        spawner.spawn(drifting());
        return Task.done();
    }
}
