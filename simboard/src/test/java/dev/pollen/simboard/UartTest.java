// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.Delay;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A serial line byte by byte: baud rate, idle line, FIFO, errors, and what a cancelled transfer leaves behind. */
@ExtendWith(PollenExtension.class)
class UartTest {
    /** At 100,000 baud a byte takes 100 us. */
    private static final UartConfig CONFIG = UartConfig.baud(100_000);

    private final byte[] buffer = new byte[8];

    @AsyncTask
    static Task<Void> echo(Uart uart) throws UartException {
        byte[] buffer = new byte[64];
        while (true) {
            int n = await(uart.readUntilIdle(buffer));
            await(uart.write(buffer, 0, n));
        }
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> messages(Uart uart, byte[] buffer, Rig rig, EventLog log) {
        while (true) {
            try {
                int n = await(uart.readUntilIdle(buffer));
                log.event(new String(buffer, 0, n, StandardCharsets.UTF_8));
            } catch (UartException e) {
                log.event(e.kind() + " after " + new String(buffer, 0, e.received(), StandardCharsets.UTF_8));
            }
        }
    }

    @AsyncTask
    static Task<Void> fill(Uart uart, byte[] buffer, Rig rig, EventLog log) throws UartException {
        await(uart.read(buffer));
        log.event(new String(buffer, StandardCharsets.UTF_8));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> write(Uart uart, Rig rig, EventLog log) throws UartException {
        await(uart.write(new byte[] {'a', 'b', 'c'}));
        log.event("taken");
        await(uart.write(new byte[] {'d'}));
        log.event("taken");
        await(uart.flush());
        log.event("flushed");
        await(uart.flush());
        await(uart.write(new byte[0]));
        log.event("nothing");
        return Task.done();
    }

    private static void listen(Rig rig, EventLog log) {
        rig.board.serial("USART1").listen((b, time) -> log.event("line " + (char) b));
    }

    @Test
    void itEchoesWhatCameBeforeTheLineFellSilent(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawnBackground(echo(rig.uart(CONFIG)));
        listen(rig, log);
        rig.board.serial("USART1").send("hey");
        executor.advanceMillis(10);
        // Three bytes, one of silence, and each byte back.
        log.assertLines("0.5 ms: line h", "0.6 ms: line e", "0.7 ms: line y");
    }

    @Test
    void aMessageEndsWhereTheLineIsSilentOrTheArrayFull(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawnBackground(messages(rig.uart(CONFIG), buffer, rig, log));
        rig.board.serial("USART1").send("one");
        rig.advanceMicros(450);
        rig.board.serial("USART1").send("two, longer");
        executor.advanceMillis(10);
        log.assertLines("0.4 ms: one", "1.25 ms: two, lon", "1.65 ms: ger");
    }

    @Test
    void readFillsItsArrayOverSilence(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawn(fill(rig.uart(CONFIG), new byte[4], rig, log));
        rig.board.serial("USART1").send("ab");
        executor.advanceMillis(3);
        rig.board.serial("USART1").send("cd");
        executor.runToEnd();
        log.assertLines("3.2 ms: abcd");
    }

    @Test
    void aWriteIsTakenBeforeItIsOnTheLine(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawn(write(rig.uart(CONFIG), rig, log));
        listen(rig, log);
        executor.runToEnd();
        log.assertLines(
                "0.1 ms: line a",
                "0.2 ms: line b",
                "0.2 ms: taken",
                "0.3 ms: line c",
                "0.3 ms: taken",
                "0.4 ms: line d",
                "0.4 ms: flushed",
                "0.4 ms: nothing");
    }

    @AsyncTask
    static Task<Void> busy(Uart uart, byte[] buffer, Rig rig, EventLog log) {
        Delay.blockForMicros(350);
        rig.executor.spawnBackground(messages(uart, buffer, rig, log));
        return Task.done();
    }

    @Test
    void bytesThatNobodyTakesOverrunTheFifo(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawn(busy(rig.uart(CONFIG), buffer, rig, log));
        rig.board.serial("USART1").send("abcdef");
        executor.advanceMillis(10);
        // One is kept; b and c are lost; the rest comes to the next read.
        log.assertLines("0.35 ms: OVERRUN after a", "0.7 ms: def");
    }

    @Test
    void brokenBytesAreSaidWithWhatWasGood(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawnBackground(messages(rig.uart(CONFIG), buffer, rig, log));
        SerialLine line = rig.board.serial("USART1");
        line.send("ab");
        line.sendBroken((byte) 'x', UartException.Kind.PARITY);
        line.send("cd");
        executor.advanceMillis(10);
        log.assertLines("0.3 ms: PARITY after ab", "0.6 ms: cd");
        line.baud(9_600);
        line.send("z");
        executor.advanceMillis(10);
        log.assertLines("10.1 ms: FRAMING after ");
    }

    @AsyncTask
    static Task<Void> impatient(Uart uart, byte[] buffer, EventLog log) throws UartException {
        try {
            await(Timeout.after(uart.read(buffer), 1));
        } catch (TimeoutException e) {
            log.event("given up");
        }
        byte[] other = new byte[3];
        await(uart.read(other));
        log.event(new String(other, StandardCharsets.UTF_8));
        return Task.done();
    }

    @Test
    void aCancelledReadLeavesItsArrayAlone(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawn(impatient(rig.uart(CONFIG), buffer, log));
        SerialLine line = rig.board.serial("USART1");
        rig.advanceMicros(750);
        line.send("abcdef");
        executor.runToEnd();
        log.assertLines("1 ms: given up", "1.25 ms: cde");
        assertArrayEquals(new byte[] {'a', 'b', 0, 0, 0, 0, 0, 0}, buffer);
    }

    @AsyncTask
    static Task<Void> impatientWriter(Uart uart, byte[] data, EventLog log) throws UartException {
        try {
            await(Timeout.after(uart.write(data), 1));
        } catch (TimeoutException e) {
            log.event("given up");
            for (int i = 0; i < data.length; i++) {
                data[i] = '!';
            }
        }
        await(uart.write(new byte[] {'z'}));
        await(uart.flush());
        await(Timer.afterMillis(10));
        return Task.done();
    }

    @Test
    void aCancelledWriteReadsItsArrayNoMore(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawn(
                impatientWriter(rig.uart(UartConfig.baud(40_000)), "abcdefgh".getBytes(StandardCharsets.UTF_8), log));
        listen(rig, log);
        executor.runToEnd();
        log.assertLines(
                "0.25 ms: line a",
                "0.5 ms: line b",
                "0.75 ms: line c",
                "1 ms: line d",
                "1 ms: given up",
                "1.25 ms: line e",
                "1.5 ms: line z");
    }

    @Test
    void oneReadAtATime(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        Uart uart = rig.uart(CONFIG);
        executor.spawnBackground(messages(uart, buffer, rig, log));
        executor.spawnBackground(messages(uart, new byte[1], rig, log));
        assertEquals(
                "USART1 is read already: one read at a time, by one task",
                org.junit.jupiter.api.Assertions.assertThrows(IllegalStateException.class, executor::runUntilStalled)
                        .getMessage());
    }
}
