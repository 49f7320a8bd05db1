// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cOperation;
import dev.pollen.hal.SharedI2c;
import dev.pollen.hal.SharedSpiDevice;
import dev.pollen.hal.SpiBus;
import dev.pollen.hal.SpiDevice;
import dev.pollen.hal.SpiOperation;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.sync.Mutex;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each transfer is cancelled at each of many times, in the middle of bytes and between them: from then on the hardware
 * neither writes to the program's arrays nor reads from them, the bus is free, and the same transfer works.
 */
class CancelSweepTest {
    private static final int STEP_NANOS = 3_700;
    private static final byte[] SENT = {1, 2, 3, 4, 5, 6};

    /** What is cancelled. */
    private abstract static class Transfer {
        /** What the hardware reads. */
        final byte[] source = SENT.clone();

        /** What the hardware writes. */
        final byte[] target = new byte[6];

        @Async
        abstract Future<Void> start() throws Exception;

        /** What is to be true of the outside when the program has waited for a while. */
        void checkQuiet() {}

        /** What is to be true after a transfer that was not cancelled. */
        abstract void checkDone();
    }

    @AsyncTask
    static Task<Boolean> run(Transfer transfer, long cancelAt) throws Exception {
        boolean cancelled = false;
        try {
            await(Timeout.at(transfer.start(), cancelAt));
        } catch (TimeoutException e) {
            cancelled = true;
        }
        if (cancelled) {
            // The program uses its arrays for something else.
            Arrays.fill(transfer.source, (byte) 0x55);
            Arrays.fill(transfer.target, (byte) 0x66);
            await(Timer.afterMillis(2));
            for (byte b : transfer.target) {
                assertEquals(0x66, b, "written after the cancel");
            }
            transfer.checkQuiet();
            System.arraycopy(SENT, 0, transfer.source, 0, SENT.length);
            await(transfer.start());
        }
        transfer.checkDone();
        return Task.ready(cancelled);
    }

    /** A device that answers 0x10, 0x11, .. and remembers what it was sent between select and deselect. */
    private static final class Recorder implements SpiTarget, I2cTarget {
        final List<List<Integer>> transfers = new ArrayList<>();
        private boolean open;
        private int next;

        private void begin() {
            if (!open) {
                transfers.add(new ArrayList<>());
                next = 0x10;
            }
            open = true;
        }

        private void end() {
            assertTrue(open);
            open = false;
        }

        @Override
        public void select() {
            begin();
        }

        @Override
        public int exchange(int sent) {
            transfers.get(transfers.size() - 1).add(sent);
            return next++;
        }

        @Override
        public void deselect() {
            end();
        }

        @Override
        public boolean start(boolean read) {
            begin();
            return true;
        }

        @Override
        public boolean write(int value) {
            transfers.get(transfers.size() - 1).add(value);
            return true;
        }

        @Override
        public int read() {
            return next++;
        }

        @Override
        public void stop() {
            end();
        }

        void checkClosed() {
            assertTrue(!open, "the transfer has no end");
            for (List<Integer> transfer : transfers) {
                assertTrue(!transfer.contains(0x55), "sent after the cancel");
            }
        }

        List<Integer> lastSent() {
            checkClosed();
            return transfers.get(transfers.size() - 1);
        }
    }

    private static Transfer uartWrite(Rig rig) {
        Uart uart = rig.uart(UartConfig.baud(1_000_000));
        List<Integer> sent = new ArrayList<>();
        rig.board.serial("USART1").listen((b, time) -> sent.add((int) b));
        return new Transfer() {
            @Override
            @Async
            Future<Void> start() throws Exception {
                sent.clear();
                return uart.write(source);
            }

            @Override
            void checkQuiet() {
                assertTrue(!sent.contains(0x55), "sent after the cancel");
                assertEquals(SENT.length, Math.max(SENT.length, sent.size()));
            }

            @Override
            void checkDone() {
                // The last byte has begun, and is not over.
                assertEquals(List.of(1, 2, 3, 4, 5), sent);
            }
        };
    }

    /** A read that was cancelled leaves a rest of the message, which is given up at the next silence. */
    @AsyncTask
    static Task<Void> readAgain(Rig rig, Uart uart, boolean untilIdle, long cancelAt) throws UartException {
        byte[] target = new byte[6];
        rig.board.serial("USART1").send(SENT);
        try {
            if (untilIdle) {
                await(Timeout.at(uart.readUntilIdle(target), cancelAt));
            } else {
                await(Timeout.at(uart.read(target), cancelAt));
            }
            assertArrayEquals(SENT, target);
            return Task.done();
        } catch (TimeoutException e) {
            Arrays.fill(target, (byte) 0x66);
        }
        await(Timer.afterMillis(2));
        for (byte b : target) {
            assertEquals(0x66, b, "written after the cancel");
        }
        try {
            await(Timeout.after(uart.readUntilIdle(new byte[6]), 1));
        } catch (UartException | TimeoutException e) {
            // Bytes that nobody took, or none.
        }
        rig.board.serial("USART1").send(SENT);
        await(uart.read(target));
        assertArrayEquals(SENT, target);
        return Task.done();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReadIsCancelledAtAnyTime(boolean untilIdle) throws Exception {
        for (long at = 0; at < 90_000; at += STEP_NANOS) {
            try (TestExecutor executor = new TestExecutor()) {
                Rig rig = new Rig(executor);
                Uart uart = rig.uart(UartConfig.baud(1_000_000));
                executor.spawn(readAgain(rig, uart, untilIdle, at));
                executor.runToEnd();
            } catch (AssertionError e) {
                throw new AssertionError("cancelled after " + at + " ns: " + e.getMessage(), e);
            }
        }
    }

    private static SpiDevice spi(Rig rig, Recorder device) {
        Mutex<SpiBus> bus = Mutex.local(rig.spi(1_000_000));
        SpiDevice made = new SharedSpiDevice(bus, rig.select());
        rig.board.spiWires("SPI2").attach(rig.board.pin("PA11"), device);
        return made;
    }

    private static Transfer spiWriteRead(Rig rig) {
        Recorder device = new Recorder();
        SpiDevice spi = spi(rig, device);
        return new Transfer() {
            @Override
            @Async
            Future<Void> start() throws Exception {
                return spi.writeRead(source, target);
            }

            @Override
            void checkQuiet() {
                device.checkClosed();
            }

            @Override
            void checkDone() {
                assertEquals(List.of(1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0), device.lastSent());
                assertArrayEquals(new byte[] {0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B}, target);
            }
        };
    }

    private static Transfer spiTransaction(Rig rig) {
        Recorder device = new Recorder();
        SpiDevice spi = spi(rig, device);
        return new Transfer() {
            @Override
            @Async
            Future<Void> start() throws Exception {
                return spi.transaction(
                        SpiOperation.transfer(target, source),
                        SpiOperation.delayNanos(10_000),
                        SpiOperation.write(source));
            }

            @Override
            void checkQuiet() {
                device.checkClosed();
            }

            @Override
            void checkDone() {
                assertEquals(List.of(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6), device.lastSent());
                assertArrayEquals(new byte[] {0x10, 0x11, 0x12, 0x13, 0x14, 0x15}, target);
            }
        };
    }

    private static Transfer i2c(Rig rig, boolean transaction) {
        Recorder device = new Recorder();
        rig.board.i2cWires("I2C1").attach(0x48, device);
        I2c i2c = new SharedI2c(Mutex.local(rig.i2c()));
        return new Transfer() {
            @Override
            @Async
            Future<Void> start() throws Exception {
                return transaction
                        ? i2c.transaction(0x48, I2cOperation.write(source), I2cOperation.read(target))
                        : i2c.writeRead(0x48, source, target);
            }

            @Override
            void checkQuiet() {
                device.checkClosed();
            }

            @Override
            void checkDone() {
                assertEquals(List.of(1, 2, 3, 4, 5, 6), device.lastSent());
                assertArrayEquals(new byte[] {0x10, 0x11, 0x12, 0x13, 0x14, 0x15}, target);
            }
        };
    }

    static Stream<Arguments> transfers() {
        return Stream.of(
                Arguments.of("UART write", (Function<Rig, Transfer>) CancelSweepTest::uartWrite, 10),
                Arguments.of("SPI write and read", (Function<Rig, Transfer>) CancelSweepTest::spiWriteRead, 10),
                Arguments.of("SPI transaction", (Function<Rig, Transfer>) CancelSweepTest::spiTransaction, 10),
                Arguments.of("I2C write and read", (Function<Rig, Transfer>) rig -> i2c(rig, false), 50),
                Arguments.of("I2C transaction", (Function<Rig, Transfer>) rig -> i2c(rig, true), 50));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transfers")
    void isCancelledAtAnyTime(String name, Function<Rig, Transfer> made, int least) throws Exception {
        int cancelled = 0;
        boolean all = false;
        long step = name.startsWith("I2C") ? 5 * STEP_NANOS : STEP_NANOS;
        for (long at = 0; !all; at += step) {
            try (TestExecutor executor = new TestExecutor()) {
                Transfer transfer = made.apply(new Rig(executor));
                all = !executor.blockOn(executor.submit(run(transfer, at)));
                cancelled += all ? 0 : 1;
            } catch (AssertionError e) {
                throw new AssertionError("cancelled after " + at + " ns: " + e.getMessage(), e);
            }
        }
        assertTrue(cancelled >= least, "it was cancelled " + cancelled + " times");
    }
}
