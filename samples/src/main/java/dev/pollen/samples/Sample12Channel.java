// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Adc;
import dev.pollen.hal.AdcException;
import dev.pollen.hal.Output;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.samples.board.Reading;
import dev.pollen.simboard.DevKit;
import dev.pollen.sync.Channel;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;

/**
 * A channel that holds four values: while the consumer is busy with an alarm it fills up, and the producer waits. Nothing is
 * lost, and nothing grows. {@code ./demo channel} runs it:
 *
 * <pre>
 * [  1000 ms] WARN Sensor value 86 exceeds threshold!
 * [  1000 ms] led on
 * [  1500 ms] the channel is full
 * [  1600 ms] led off
 * [  1600 ms] WARN Sensor value 95 exceeds threshold!
 * </pre>
 */
public final class Sample12Channel {
    private static final int THRESHOLD = 80;

    @AsyncTask
    static Task<Void> producer(Adc adc, Channel<Reading> readings) throws AdcException {
        Ticker ticker = Ticker.everyMillis(100);
        while (true) {
            Reading value = Reading.of(await(adc.read(0)) * 100 / adc.maxValue());
            if (!readings.trySend(value)) {
                Log.info("the channel is full");
                await(readings.send(value)); // waits until the consumer has taken one
            }
            await(ticker.next());
        }
    }

    @AsyncTask
    static Task<Void> consumer(Channel<Reading> readings, Output led) {
        while (true) {
            int value = await(readings.receive()).percent(); // waits while there is none
            if (value > THRESHOLD) {
                Log.warn("Sensor value {} exceeds threshold!", value);
                await(triggerAlarm(led));
            }
        }
    }

    @Async
    static Future<Void> triggerAlarm(Output led) {
        led.setHigh();
        await(Timer.afterMillis(600));
        led.setLow();
        return Future.done();
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) throws AdcException {
        DevKit kit = Bench.kit(spawner, args);
        Channel<Reading> readings = Channel.local(4);
        spawner.spawn(producer(kit.adc(), readings));
        spawner.spawn(consumer(readings, kit.led()));
        return Task.done();
    }
}
