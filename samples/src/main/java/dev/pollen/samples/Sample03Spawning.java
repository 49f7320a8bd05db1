// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Input;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.Pull;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.SimBoard;
import dev.pollen.time.Timer;

/**
 * Tasks that run concurrently: the root task spawns one that blinks and one that waits for the button. {@code ./demo spawning}
 * runs it; a line {@code button} presses the button. With {@code --virtual} somebody presses at 700 and 1400 ms:
 *
 * <pre>
 * [     0 ms] led on
 * [   500 ms] led off
 * [   700 ms] Button pressed!
 * [  1000 ms] led on
 * [  1400 ms] Button pressed!
 * </pre>
 */
public final class Sample03Spawning {
    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        SimBoard board = Bench.board(spawner, args);
        Peripherals p = board.peripherals();
        Interrupts irqs = Interrupts.of(board.interrupts()).bind("EXTI0", board.handler("EXTI0"));

        Output led = board.output(p.take("PJ13"), Level.LOW);
        Input button = board.input(p.take("PA0"), Pull.DOWN, irqs);

        // Each call takes the slot of its task; nothing is allocated.
        spawner.spawn(blink(led));
        spawner.spawn(button(button));

        // The root task can do work of its own, or just idle.
        while (true) {
            await(Timer.afterMillis(60_000));
        }
    }

    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask
    static Task<Void> button(Input button) {
        while (true) {
            await(button.waitForRisingEdge());
            Log.info("Button pressed!");
        }
    }
}
