// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripherals;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.SimBoard;
import dev.pollen.time.Timer;

/**
 * The smallest application: the root task blinks the green LED of an STM32F769I-DISCO. While it waits the processor sleeps.
 * {@code ./demo blinky} runs it, {@code ./demo blinky --virtual} as fast as it can, and prints
 *
 * <pre>
 * [     0 ms] led on
 * [   500 ms] led off
 * [  1000 ms] led on
 * [  1500 ms] led off
 * </pre>
 */
public final class Sample02Blinky {
    @AsyncMain // makes Sample02BlinkyMain, whose main starts an executor
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        SimBoard board = Bench.board(spawner, args);
        Peripherals p = board.peripherals();

        // PJ13 is an output: the green LED.
        Output led = board.output(p.take("PJ13"), Level.LOW);

        while (true) {
            led.setHigh();
            await(Timer.afterMillis(500)); // others may run meanwhile
            led.setLow();
            await(Timer.afterMillis(500));
        }
    }
}
