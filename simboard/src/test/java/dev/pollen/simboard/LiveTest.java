// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPools;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Peripherals;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the real clock, and with other threads: what comes in from outside arrives, and the program may end. */
class LiveTest {
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @BeforeEach
    void pools() {
        TaskPools.enter(new TaskPools());
    }

    @AfterEach
    void noPools() {
        TaskPools.enter(null);
    }

    @AsyncTask
    static Task<Void> echo(Uart uart, int messages) {
        byte[] buffer = new byte[64];
        try {
            for (int i = 0; i < messages; i++) {
                int n = await(uart.readUntilIdle(buffer));
                await(uart.write(buffer, 0, n));
                await(uart.flush());
            }
        } catch (UartException e) {
            throw new AssertionError(e);
        }
        return Task.done();
    }

    private static Uart uart(SimBoard board) {
        Peripherals p = board.peripherals();
        Interrupts irqs = Interrupts.of(board.interrupts()).bind("USART1", board.handler("USART1"));
        return board.uart(
                p.take("USART1"),
                p.take("PB7"),
                p.take("PA9"),
                irqs,
                p.take("DMA1_CH0"),
                p.take("DMA1_CH1"),
                UartConfig.baud(115_200));
    }

    private void run(Clock clock, int messages, AtomicReference<SimBoard> made, CountDownLatch started) {
        try (Executor executor = Executor.on(clock)) {
            executor.run(spawner -> {
                SimBoard board = SimBoard.stm32f769Disco(spawner);
                StringBuilder line = new StringBuilder();
                board.serial("USART1").listen((b, time) -> {
                    line.append((char) b);
                    if (b == '\n') {
                        lines.add(line.toString());
                        line.setLength(0);
                    }
                });
                made.set(board);
                started.countDown();
                spawner.spawn(echo(uart(board), messages));
            });
        }
    }

    /** A thread that is late loses no byte, however long it was away. */
    private void echoes(Clock clock) throws InterruptedException {
        AtomicReference<SimBoard> made = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        TaskPools pools = TaskPools.current();
        Thread thread = new Thread(() -> {
            TaskPools.enter(pools);
            run(clock, 3, made, started);
        });
        thread.start();
        started.await();
        SimBoard board = made.get();
        for (String text : new String[] {"hello\n", "a longer line, of more than one\n", "bye\n"}) {
            board.fromOutside(() -> board.serial("USART1").send(text.getBytes(StandardCharsets.UTF_8)));
            // The limit is there so that a failure ends.
            assertEquals(text, lines.poll(1, TimeUnit.MINUTES));
        }
        thread.join();
    }

    @Test
    void bytesFromAnotherThreadAreEchoedOnTheRealClock() throws InterruptedException {
        echoes(Clock.monotonic());
    }

    @Test
    void bytesFromAnotherThreadAreEchoedOnAVirtualClock() throws InterruptedException {
        echoes(new VirtualClock());
    }

    @Test
    void theHardwareDoesNotKeepTheProgramFromEnding() {
        VirtualClock clock = new VirtualClock();
        try (Executor executor = Executor.on(clock)) {
            executor.run(spawner -> {
                SimBoard board = SimBoard.stm32f769Disco(spawner);
                board.serial("USART1").send("x");
                spawner.spawn(echo(uart(board), 1));
            });
            assertTrue(clock.now() > 0);
            assertEquals("", executor.dump());
        }
    }
}
