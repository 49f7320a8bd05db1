// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.compiled;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.samples.models.hardware.*;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import dev.pollen.time.*;

/**
 * The scenario as async methods. Run it with {@code ./demo models-async}; it prints what sensors, host and sampler do until
 * the sleep signal, {@code [   103 ms] sensor 1 gives 11} and so on.
 *
 * <p>The sleep signal is waited for in one place, beside everything else: where it wins, the cycles are cancelled wherever
 * they are, and whatever they await cleans up after itself. A notification is remembered, so one that comes before the
 * task's first poll is not lost.
 */
@NoAllocation
final class AsyncSampler {
    private AsyncSampler() {}

    @AsyncTask
    static Task<Void> run(
            AsyncSensor first, AsyncSensor second, Channel<Packet> link, Notification sleep, Bench bench) {
        await(select(sleep.notified(), sampleForEver(first, second, link, bench)));
        bench.log().event("asleep");
        return Task.done();
    }

    @Async
    static Future<Void> sampleForEver(AsyncSensor first, AsyncSensor second, Channel<Packet> link, Bench bench) {
        Ticker ticker = Ticker.everyMillis(Bench.PERIOD_MILLIS).missed(MissedTicks.SKIP);
        while (true) {
            await(ticker.next());
            try {
                var values = await(Timeout.after(join(first.read(), second.read()), Bench.LIMIT_MILLIS));
                int one = values.first().getAsInt();
                int two = values.second().getAsInt();
                await(link.send(bench.packet(one, two))); // waits while the host has not taken the last one
            } catch (TimeoutException tooSlow) {
                bench.log().event("timed out");
            } catch (SensorException broken) {
                bench.log().event("sensor failed");
            }
        }
    }
}
