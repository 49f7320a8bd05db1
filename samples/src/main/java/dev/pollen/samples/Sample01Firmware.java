// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.*;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.*;
import dev.pollen.log.Log;
import dev.pollen.samples.board.*;
import dev.pollen.simboard.*;
import dev.pollen.sync.Channel;
import dev.pollen.time.*;

/**
 * Five tasks, one thread: LED, UART echo, button, and a sensor whose readings go through a bounded channel. {@code ./demo} runs
 * it; type lines, one of them {@code button}. It prints {@code [   500 ms] led off} and so on, and allocates nothing.
 */
public final class Sample01Firmware {
    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask
    static Task<Void> echo(Uart uart, Text line) throws UartException {
        byte[] buffer = new byte[64];
        while (true) {
            int count = await(uart.readUntilIdle(buffer));
            Log.info("uart echo: {}", line.show(buffer, count));
            await(uart.write(buffer, 0, count));
        }
    }

    @AsyncTask
    static Task<Void> count(Input button) {
        for (int presses = 1; ; presses++) {
            await(button.waitForRisingEdge());
            Log.info("button pressed, count {}", presses);
        }
    }

    @AsyncTask
    static Task<Void> sample(Adc adc, Channel<Reading> readings) throws AdcException {
        Ticker ticker = Ticker.everyMillis(100);
        while (true) {
            await(ticker.next());
            int percent = await(adc.read(0)) * 100 / adc.maxValue();
            await(readings.send(Reading.of(percent))); // waits while the channel is full
        }
    }

    @AsyncTask
    static Task<Void> watch(Channel<Reading> readings) {
        while (true) {
            int percent = await(readings.receive()).percent();
            if (percent > 90) {
                Log.info("sensor above threshold: {}", percent);
            }
        }
    }

    @AsyncMain // makes Sample01FirmwareMain, whose main starts an executor
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) throws Exception {
        DevKit kit = Bench.kit(spawner, args);
        Channel<Reading> readings = Channel.local(4);
        spawner.spawn(blink(kit.led()));
        spawner.spawn(echo(kit.console(UartConfig.baud(115_200)), new Text()));
        spawner.spawn(count(kit.button()));
        spawner.spawn(watch(readings));
        spawner.spawn(sample(kit.adc(), readings));
        return Task.done();
    }
}
