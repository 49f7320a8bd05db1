// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Output;
import dev.pollen.samples.board.*;
import dev.pollen.sync.Channel;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;

/**
 * Five tasks on one thread: an LED, a UART echo, a button, and a sensor whose readings go through a bounded channel. Run
 * it with {@code ./demo} and type lines, one of them {@code button}. It prints {@code [   500 ms] led off}, {@code [  1234
 * ms] uart echo: hello} and so on, and allocates nothing while it does.
 */
public final class Sample01Firmware {
    private static final int THRESHOLD = 90;

    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask
    static Task<Void> echo(Uart uart, EventLog log) {
        while (true) {
            byte[] line = await(uart.readLine());
            log.event("uart echo: ", line);
        }
    }

    @AsyncTask
    static Task<Void> count(Button button, EventLog log) {
        for (int presses = 1; ; presses++) {
            await(button.pressed());
            log.event("button pressed, count ", presses);
        }
    }

    @AsyncTask
    static Task<Void> sample(Adc adc, Channel<Reading> readings) {
        Ticker ticker = Ticker.everyMillis(100);
        while (true) {
            await(ticker.next());
            await(readings.send(adc.read())); // waits while the channel is full
        }
    }

    @AsyncTask
    static Task<Void> watch(Channel<Reading> readings, EventLog log) {
        while (true) {
            int percent = await(readings.receive()).percent();
            if (percent > THRESHOLD) {
                log.event("sensor above threshold: ", percent);
            }
        }
    }

    @AsyncMain // makes Sample01FirmwareMain, whose main starts an executor
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        Board board = Board.onTerminal(spawner, args);
        Channel<Reading> readings = Channel.local(4);
        spawner.spawn(blink(board.led()));
        spawner.spawn(echo(board.uart(), board.log()));
        spawner.spawn(count(board.button(), board.log()));
        spawner.spawn(watch(readings, board.log()));
        spawner.spawn(sample(board.adc(), readings));
        return Task.done();
    }
}
