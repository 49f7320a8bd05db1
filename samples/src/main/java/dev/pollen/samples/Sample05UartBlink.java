// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Output;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.UartConfig;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;

/**
 * What {@code busy-wait} does, driven by interrupts: the processor sleeps whenever both tasks await something, and a second
 * takes a few polls, where the other takes 100000 turns. {@code ./demo uart-blink} runs it; type lines.
 *
 * <pre>
 * [     0 ms] led on
 * [   500 ms] led off
 * [   700 ms] process 6 bytes
 * [   999 ms] 15 polls
 * [  1000 ms] led on
 * </pre>
 */
public final class Sample05UartBlink {
    @AsyncTask
    static Task<Void> uart(Uart usart) throws UartException {
        byte[] buffer = new byte[64];
        while (true) {
            int n = await(usart.readUntilIdle(buffer));
            process(buffer, n);
        }
    }

    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    private static void process(byte[] message, int length) {
        Log.info("process {} bytes", length);
    }

    /** Counts polls, those of the simulated hardware and of the log included. */
    @AsyncTask
    static Task<Void> count(Executor executor) {
        Ticker second = Ticker.everyMillis(999);
        while (true) {
            long before = executor.polls();
            await(second.next());
            Log.info("{} polls", executor.polls() - before);
        }
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) throws UartException {
        DevKit kit = Bench.kit(spawner, args);
        spawner.spawn(uart(kit.console(UartConfig.baud(115_200))));
        spawner.spawn(blink(kit.led()));
        spawner.spawn(count(spawner.executor()));
        return Task.done();
    }
}
