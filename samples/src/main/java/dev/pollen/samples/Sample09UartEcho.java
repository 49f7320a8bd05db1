// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.UartConfig;

/**
 * Sends back what comes, over USART1: PA9 sends, PB7 receives, DMA moves the bytes. {@code ./demo uart-echo} runs it; type
 * lines. With {@code --virtual} somebody types two; what takes 1 ms is the line, at 115200 baud, there and back:
 *
 * <pre>
 * [     0 ms] UART echo started
 * [   701 ms] terminal: hello
 * [  1404 ms] terminal: echo, echo, echo, echo
 * </pre>
 */
public final class Sample09UartEcho {
    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) throws UartException {
        SimBoard board = Bench.board(spawner, args);
        Peripherals p = board.peripherals();

        // Binds the interrupt to the board's handler: visible here, and an error where it is forgotten.
        Interrupts irqs = Interrupts.of(board.interrupts()).bind("USART1", board.handler("USART1"));

        UartConfig config = UartConfig.baud(115_200); // 8N1
        Uart usart = board.uart(
                p.take("USART1"), p.take("PB7"), p.take("PA9"), irqs, p.take("DMA1_CH0"), p.take("DMA1_CH1"), config);

        Log.info("UART echo started");

        byte[] buffer = new byte[64];
        while (true) {
            // The task sleeps until a message has come; others run.
            int n = await(usart.readUntilIdle(buffer));
            await(usart.write(buffer, 0, n));
        }
    }
}
