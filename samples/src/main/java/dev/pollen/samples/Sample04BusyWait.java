// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.futures.Futures;
import dev.pollen.hal.Output;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.samples.board.PolledUart;
import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.UartConfig;
import dev.pollen.time.Clock;
import dev.pollen.time.Delay;

/**
 * How it was done before: a loop that asks everything all the time. It works, and the processor never sleeps. {@code ./demo
 * busy-wait} runs it, {@code uart-blink} is the same with tasks.
 *
 * <pre>
 * [     0 ms] led on
 * [   500 ms] led off
 * [   700 ms] process 6 bytes
 * [   999 ms] 100000 turns of the loop
 * [  1000 ms] led on
 * </pre>
 */
public final class Sample04BusyWait {
    private static final long HALF_A_SECOND = 500_000_000;

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        DevKit kit = Bench.kit(spawner, args);
        PolledUart uart = new PolledUart(kit.console(UartConfig.baud(115_200)));
        Output led = kit.led();
        Clock clock = spawner.executor().clock();

        long turns = 0;
        long begin = clock.now();
        long toggleAt = begin;
        while (true) {
            if (uart.isDataReady()) {
                process(uart.read());
            }
            if (clock.now() >= toggleAt) {
                led.toggle();
                toggleAt += HALF_A_SECOND;
            }
            // The processor runs at 100 % even when there is nothing to do.
            if (++turns % 100_000 == 0) {
                Log.info("{} turns of the loop", turns);
            }
            Delay.blockForMicros(10); // what a turn costs, for the virtual clock
            await(Futures.yieldNow()); // lets the simulated hardware and the log go on
        }
    }

    private static void process(int length) {
        Log.info("process {} bytes", length);
    }
}
