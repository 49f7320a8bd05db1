// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.device;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPools;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.UartConfig;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is typed reaches the firmware, and what it sends is shown. */
@ExtendWith(PollenExtension.class)
class TerminalTest {
    @AsyncTask
    static Task<Void> shout(Uart uart, int messages) {
        byte[] buffer = new byte[64];
        try {
            for (int i = 0; i < messages; i++) {
                int n = await(uart.readUntilIdle(buffer));
                for (int k = 0; k < n; k++) {
                    buffer[k] = (byte) Character.toUpperCase(buffer[k]);
                }
                await(uart.write(buffer, 0, n));
            }
            await(uart.flush());
        } catch (UartException e) {
            throw new AssertionError(e);
        }
        return Task.done();
    }

    @Test
    void linesAreTyped(TestExecutor executor, EventLog log) {
        SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
        DevKit kit = new DevKit(board);
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(board, "USART1").showOn(screen).onLine((text, time) -> log.event(text));
        executor.spawn(shout(kit.console(UartConfig.baud(10_000)), 2));
        terminal.typeAt(50, "later\n");
        terminal.type("now\n");
        executor.runToEnd();
        // A byte takes 1 ms: four, one of silence, four.
        log.assertLines("9 ms: NOW", "63 ms: LATER");
        assertEquals("NOW\nLATER\n", screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aStreamIsTypedByAThreadOfItsOwn() {
        TaskPools.enter(new TaskPools());
        InputStream in = new ByteArrayInputStream("hello\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.run(spawner -> {
                SimBoard board = SimBoard.stm32f769Disco(spawner);
                new Terminal(board, "USART1").showOn(screen).typeFrom(in);
                spawner.spawn(shout(new DevKit(board).console(new UartConfig()), 1));
            });
        } finally {
            TaskPools.enter(null);
        }
        assertEquals("HELLO\n", screen.toString(StandardCharsets.UTF_8));
    }
}
