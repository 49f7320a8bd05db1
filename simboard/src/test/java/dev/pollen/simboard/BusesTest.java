// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.hal.ExclusiveSpiDevice;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.I2cOperation;
import dev.pollen.hal.SharedI2c;
import dev.pollen.hal.SharedSpiDevice;
import dev.pollen.hal.SpiBus;
import dev.pollen.hal.SpiDevice;
import dev.pollen.hal.SpiException;
import dev.pollen.hal.SpiOperation;
import dev.pollen.simboard.device.MonochromeDisplay;
import dev.pollen.simboard.device.NorFlash;
import dev.pollen.simboard.device.TemperatureSensor;
import dev.pollen.sync.Mutex;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SPI and I2C with their clocks, devices on them, and what goes wrong there. */
@ExtendWith(PollenExtension.class)
class BusesTest {
    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    @AsyncTask
    static Task<Void> jedecId(SpiDevice flash, EventLog log) throws SpiException {
        byte[] tx = {(byte) 0x9F, 0, 0, 0};
        byte[] rx = new byte[4];
        await(flash.transfer(rx, tx));
        log.event(hex(rx));
        return Task.done();
    }

    @Test
    void aFlashChipSaysWhoItIs(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        rig.board.spiWires("SPI2").attach(rig.board.pin("PA11"), new NorFlash(rig.board.time(), 0xEF4018, 1 << 16));
        executor.spawn(jedecId(new ExclusiveSpiDevice(rig.spi(1_000_000), rig.select()), log));
        executor.runToEnd();
        // Four bytes at 1 MHz.
        log.assertLines("0.032 ms: ff ef 40 18");
    }

    @AsyncTask
    static Task<Void> program(SpiDevice flash, EventLog log) throws SpiException {
        byte[] read = new byte[5];
        byte[] status = new byte[1];
        byte[] at254 = {3, 0, 1, (byte) 254};
        await(flash.write(new byte[] {2, 0, 1, (byte) 254, 1, 2, 3}));
        await(flash.writeRead(at254, read));
        log.event("without write enable " + hex(read));
        await(flash.write(new byte[] {6}));
        await(flash.writeRead(new byte[] {5}, status));
        log.event("status " + hex(status));
        await(flash.write(new byte[] {2, 0, 1, (byte) 254, 0x0F, 2, 3}));
        await(flash.writeRead(new byte[] {5}, status));
        log.event("status " + hex(status));
        await(flash.writeRead(at254, read));
        log.event("while busy " + hex(read));
        do {
            await(Timer.afterMicros(100));
            await(flash.writeRead(new byte[] {5}, status));
        } while (status[0] != 0);
        await(flash.writeRead(at254, read));
        log.event("programmed " + hex(read));
        byte[] wrapped = new byte[1];
        await(flash.writeRead(new byte[] {3, 0, 1, 0}, wrapped));
        log.event("over the end of the page " + hex(wrapped));
        await(flash.write(new byte[] {6}));
        await(flash.write(new byte[] {2, 0, 1, (byte) 254, (byte) 0xF1}));
        await(Timer.afterMillis(1));
        await(flash.writeRead(at254, read));
        log.event("bits only fall " + hex(read));
        await(flash.write(new byte[] {6}));
        await(flash.write(new byte[] {0x20, 0, 1, 0}));
        await(Timer.afterMillis(45));
        await(flash.writeRead(at254, read));
        log.event("erased " + hex(read));
        return Task.done();
    }

    @Test
    void aFlashChipIsProgrammedAndErased(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        rig.board.spiWires("SPI2").attach(rig.board.pin("PA11"), new NorFlash(rig.board.time(), 0xEF4018, 1 << 16));
        executor.spawn(program(new ExclusiveSpiDevice(rig.spi(8_000_000), rig.select()), log));
        executor.runToEnd();
        assertEquals(
                java.util.List.of(
                        "without write enable ff ff ff ff ff",
                        "status 02",
                        "status 01",
                        "while busy ff ff ff ff ff",
                        "programmed 0f 02 ff ff ff",
                        "over the end of the page 03",
                        "bits only fall 01 02 ff ff ff",
                        "erased ff ff ff ff ff"),
                log.lines().stream()
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .toList());
        log.clear();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> readId(SpiDevice device, EventLog log, String name) throws SpiException {
        byte[] rx = new byte[3];
        await(device.writeRead(new byte[] {(byte) 0x9F}, rx));
        log.event(name + " " + hex(rx));
        return Task.done();
    }

    @Test
    void devicesShareABus(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        Mutex<SpiBus> bus = Mutex.local(rig.spi(1_000_000));
        rig.board.spiWires("SPI2").attach(rig.board.pin("PA11"), new NorFlash(rig.board.time(), 0xEF4018, 1 << 16));
        rig.board.spiWires("SPI2").attach(rig.board.pin("PA12"), new NorFlash(rig.board.time(), 0xC22017, 1 << 16));
        executor.spawn(readId(new SharedSpiDevice(bus, rig.select()), log, "one"));
        executor.spawn(readId(
                new SharedSpiDevice(bus, rig.board.output(rig.p.take("PA12"), dev.pollen.hal.Level.HIGH)), log, "two"));
        executor.runToEnd();
        log.assertLines("0.032 ms: one ef 40 18", "0.064 ms: two c2 20 17");
    }

    @AsyncTask
    static Task<Void> impatient(SpiBus bus, byte[] buffer, EventLog log) throws SpiException {
        try {
            await(Timeout.after(bus.read(buffer), 1));
        } catch (TimeoutException e) {
            log.event("given up");
        }
        byte[] next = new byte[2];
        await(bus.transfer(next, new byte[] {0x11, 0x22}));
        log.event("next " + hex(next));
        return Task.done();
    }

    @Test
    void aCancelledTransferLeavesItsArrayAloneAndFinishesItsByte(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        rig.board.pin("PA11").drive(dev.pollen.hal.Level.LOW);
        rig.board.spiWires("SPI2").attach(rig.board.pin("PA11"), new SpiTarget() {
            private int value;

            @Override
            public void select() {}

            @Override
            public int exchange(int sent) {
                log.event("sent " + sent);
                return ++value;
            }

            @Override
            public void deselect() {}
        });
        byte[] buffer = new byte[9];
        // 400 us a byte.
        executor.spawn(impatient(rig.spi(20_000), buffer, log));
        executor.runToEnd();
        log.assertLines(
                "0.4 ms: sent 0",
                "0.8 ms: sent 0",
                "1 ms: given up",
                "1.2 ms: sent 0",
                "1.6 ms: sent 17",
                "2 ms: sent 34",
                "2 ms: next 04 05");
        assertArrayEquals(new byte[] {1, 2, 0, 0, 0, 0, 0, 0, 0}, buffer);
    }

    @AsyncTask
    static Task<Void> both(SpiBus bus) throws SpiException {
        await(join(bus.read(new byte[1]), bus.read(new byte[1])));
        return Task.done();
    }

    @Test
    void oneTransferAtATime(TestExecutor executor) throws SpiException {
        Rig rig = new Rig(executor);
        executor.spawn(both(rig.spi(1_000_000)));
        assertEquals(
                "SPI2 is in use: one transfer at a time, by one task; SharedSpiDevice lets several tasks take turns",
                assertThrows(IllegalStateException.class, executor::runToEnd).getMessage());
    }

    /** Polls once, and forgets. */
    @AsyncTask
    static Task<Void> forget(SpiBus bus) throws SpiException {
        Future<Void> forgotten = later(bus);
        forgotten.poll(Context.of(() -> {}));
        await(bus.read(new byte[1]));
        return Task.done();
    }

    @Async
    private static Future<Void> later(SpiBus bus) {
        try {
            await(bus.read(new byte[1]));
        } catch (SpiException e) {
            throw new AssertionError(e);
        }
        return Future.done();
    }

    @Test
    void aForgottenTransferIsNotTakenOver(TestExecutor executor) throws SpiException {
        Rig rig = new Rig(executor);
        executor.spawn(forget(rig.spi(1_000_000)));
        String message =
                assertThrows(IllegalStateException.class, executor::runToEnd).getMessage();
        assertEquals(true, message.startsWith("SPI2 is in use: "), message);
    }

    @AsyncTask
    static Task<Void> fails(SpiDevice device, EventLog log) {
        try {
            await(device.transaction(SpiOperation.write(new byte[2]), SpiOperation.delayNanos(5_000)));
        } catch (SpiException e) {
            log.event(e.getMessage());
        }
        return Task.done();
    }

    @Test
    void aFailureIsSaidAndTheDeviceDeselected(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        rig.board.spiWires("SPI2").inject(SpiException.Kind.OVERRUN);
        executor.spawn(fails(new ExclusiveSpiDevice(rig.spi(1_000_000), rig.select()), log));
        executor.runToEnd();
        log.assertLines("0.008 ms: SPI: bytes came faster than they were taken");
        assertEquals(true, rig.board.pin("PA11").isHigh());
    }

    @AsyncTask
    static Task<Void> temperature(I2c i2c, EventLog log) throws I2cException {
        byte[] temp = new byte[2];
        await(i2c.read(0x48, temp));
        int raw = temp[0] << 8 | temp[1] & 0xFF;
        log.event("temperature " + raw / 256f);
        await(i2c.writeRead(0x48, new byte[] {2}, temp));
        log.event("limit " + hex(temp));
        await(i2c.write(0x48, new byte[] {3, 0x10, 0}));
        await(i2c.transaction(0x48, I2cOperation.write(new byte[] {3}), I2cOperation.read(temp)));
        log.event("other limit " + hex(temp));
        return Task.done();
    }

    @Test
    void aSensorIsRead(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        rig.board.i2cWires("I2C1").attach(TemperatureSensor.ADDRESS, new TemperatureSensor(-12.5));
        executor.spawn(temperature(rig.i2c(), log));
        executor.runToEnd();
        // At 100 kHz: 10 bits of start and address, 9 for each byte, 1 of stop.
        log.assertLines("0.29 ms: temperature -12.5", "0.77 ms: limit 4b 00", "1.63 ms: other limit 10 00");
    }

    @AsyncTask
    static Task<Void> absent(I2c i2c, EventLog log) {
        for (int i = 0; i < 3; i++) {
            try {
                await(i2c.write(0x50, new byte[] {1}));
            } catch (I2cException e) {
                log.event(e.kind() + " at " + e.position());
            }
        }
        return Task.done();
    }

    @Test
    void whoIsNotThereDoesNotAcknowledge(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        executor.spawn(absent(rig.i2c(), log));
        rig.board.i2cWires("I2C1").inject(I2cException.Kind.ARBITRATION);
        executor.runToEnd();
        log.assertLines("0.11 ms: ARBITRATION at -1", "0.22 ms: NACK at -1", "0.33 ms: NACK at -1");
    }

    @AsyncTask
    static Task<Void> giveUp(I2c i2c, byte[] buffer, EventLog log) throws I2cException {
        try {
            await(Timeout.after(i2c.read(0x48, buffer), 1));
        } catch (TimeoutException e) {
            log.event("given up");
        }
        await(i2c.read(0x48, new byte[1]));
        log.event("free again");
        return Task.done();
    }

    @Test
    void aCancelledReadLeavesItsArrayAloneAndTheBusFree(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        rig.board.i2cWires("I2C1").attach(0x48, new I2cTarget() {
            @Override
            public boolean start(boolean read) {
                log.event("start");
                return true;
            }

            @Override
            public boolean write(int value) {
                return false;
            }

            @Override
            public int read() {
                return 7;
            }

            @Override
            public void stop() {
                log.event("stop");
            }
        });
        byte[] buffer = new byte[30];
        executor.spawn(giveUp(rig.i2c(), buffer, log));
        executor.runToEnd();
        // The byte that began at 1 ms is finished: 9 bits, and the stop condition.
        log.assertLines(
                "0.1 ms: start",
                "1 ms: given up",
                "1.1 ms: stop",
                "1.2 ms: start",
                "1.3 ms: stop",
                "1.3 ms: free again");
        assertEquals(7, buffer[8]);
        assertEquals(0, buffer[11]);
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> hello(I2c i2c, EventLog log, int column) throws I2cException {
        await(i2c.write(0x3C, new byte[] {0, (byte) 0xAF, (byte) 0xB0, (byte) column, 0x10}));
        await(i2c.write(0x3C, new byte[] {0x40, 0x7F, 0x08, 0x7F}));
        log.event("drawn at " + column);
        return Task.done();
    }

    @Test
    void aDisplayShowsWhatWasWritten(TestExecutor executor, EventLog log) throws Exception {
        Rig rig = new Rig(executor);
        MonochromeDisplay display = new MonochromeDisplay();
        rig.board.i2cWires("I2C1").attach(MonochromeDisplay.ADDRESS, display);
        assertEquals("off\n", display.text());
        executor.spawn(hello(new SharedI2c(Mutex.local(rig.i2c())), log, 2));
        executor.runToEnd();
        log.assertLines("1.03 ms: drawn at 2");
        assertEquals("  # #\n  # #\n  # #\n  ###\n  # #\n  # #\n  # #\n", display.text());
        assertEquals("# #\n# #\n# #\n###\n", display.text(2, 0, 3, 4));
    }
}
