// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.sync.Mutex;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** Devices on a shared bus: in turn, selected while they use it, deselected and handed on however a transaction ends. */
final class SharedBusTest {
    private final Events events = new Events();
    private final Deque<Manual<Void>> transfers = new ArrayDeque<>();

    private Future<Void> started(String name) {
        Manual<Void> transfer = new Manual<>(name, events);
        transfers.add(transfer);
        return transfer;
    }

    private final SpiBus bus = new SpiBus() {
        @Override
        public Future<Void> read(byte[] buffer, int offset, int length) {
            return started("read " + length);
        }

        @Override
        public Future<Void> write(byte[] data, int offset, int length) {
            return started("write " + length);
        }

        @Override
        public Future<Void> transfer(byte[] buffer, byte[] data) {
            return started("transfer " + data.length);
        }

        @Override
        public Future<Void> flush() {
            return Future.done();
        }
    };

    private Output select(String name) {
        return new Output() {
            @Override
            public void toggle() {
                throw new AssertionError();
            }

            @Override
            public void set(Level level) {
                events.say(name + " " + level);
            }
        };
    }

    private void complete() {
        transfers.remove().complete(null);
    }

    @Test
    void aTransactionSelectsTheDeviceForAllOfItsSteps() throws SpiException {
        SpiDevice flash = new ExclusiveSpiDevice(bus, select("flash"));
        Future<Void> read = flash.writeRead(new byte[4], new byte[9]);
        events.expect("flash HIGH");
        events.poll("task", read);
        complete();
        events.poll("task", read);
        complete();
        events.poll("task", read);
        events.expect(
                "flash LOW",
                "write 4 polled",
                "task pending",
                "task woken",
                "write 4 polled",
                "read 9 polled",
                "task pending",
                "task woken",
                "read 9 polled",
                "flash HIGH",
                "task ready");
    }

    @Test
    void theNextDeviceWaitsForTheBus() throws SpiException {
        Mutex<SpiBus> shared = Mutex.of(bus);
        SpiDevice flash = new SharedSpiDevice(shared, select("flash"));
        SpiDevice radio = new SharedSpiDevice(shared, select("radio"));
        Future<Void> first = flash.write(new byte[1]);
        Future<Void> second = radio.read(new byte[2]);
        events.forget();
        events.poll("first", first);
        events.poll("second", second);
        complete();
        events.poll("first", first);
        events.poll("second", second);
        events.expect(
                "flash LOW",
                "write 1 polled",
                "first pending",
                "second pending",
                "first woken",
                "write 1 polled",
                "flash HIGH",
                "second woken",
                "first ready",
                "radio LOW",
                "read 2 polled",
                "second pending");
    }

    @Test
    void aCancelledTransactionStopsItsTransferDeselectsAndHandsTheBusOn() throws SpiException {
        Mutex<SpiBus> shared = Mutex.of(bus);
        Future<Void> first = new SharedSpiDevice(shared, select("flash")).write(new byte[1]);
        Future<Void> second = new SharedSpiDevice(shared, select("radio")).read(new byte[2]);
        Future<Void> third = new SharedSpiDevice(shared, select("display")).read(new byte[3]);
        events.forget();
        events.poll("first", first);
        events.poll("second", second);
        events.poll("third", third);
        second.cancel();
        first.cancel();
        events.poll("third", third);
        events.expect(
                "flash LOW",
                "write 1 polled",
                "first pending",
                "second pending",
                "third pending",
                "write 1 cancelled",
                "flash HIGH",
                "third woken",
                "display LOW",
                "read 3 polled",
                "third pending");
        first.cancel();
        events.poll("first", first);
        events.expect(
                "first threw IllegalStateException: SpiDevice.transaction() was polled after cancel; call the method again");
    }

    @Test
    void itSaysWhatItWaitsFor() throws SpiException {
        Mutex<SpiBus> shared = Mutex.of(bus).named("SPI2");
        Future<Void> first = new SharedSpiDevice(shared, select("flash")).write(new byte[1]);
        Future<Void> second = new SharedSpiDevice(shared, select("radio")).read(new byte[2]);
        events.poll("first", first);
        events.poll("second", second);
        WaitDescription description = new WaitDescription() {
            @Override
            public void reason(String text) {
                events.say(text);
            }

            @Override
            public void child(Future<?> future) {
                if (future instanceof Describable describable) {
                    describable.describeWait(this);
                } else {
                    events.say("child " + future);
                }
            }
        };
        events.forget();
        ((Describable) first).describeWait(description);
        ((Describable) second).describeWait(description);
        events.expect("child write 1", "SpiDevice.transaction(), waiting for the bus", "Mutex \"SPI2\" held");
    }

    @Test
    void aFailedTransactionDeselectsAndHandsTheBusOn() throws SpiException {
        Mutex<SpiBus> shared = Mutex.of(bus);
        Future<Void> first = new SharedSpiDevice(shared, select("flash")).write(new byte[1]);
        Future<Void> second = new SharedSpiDevice(shared, select("radio")).read(new byte[2]);
        events.poll("first", first);
        events.poll("second", second);
        events.forget();
        transfers.remove().fail(new IllegalStateException("lost"));
        events.poll("first", first);
        events.expect(
                "first woken",
                "write 1 polled",
                "write 1 cancelled",
                "flash HIGH",
                "second woken",
                "first threw IllegalStateException: lost");
    }

    @Test
    void anI2cBusIsShared() throws I2cException {
        Mutex<I2c> shared = Mutex.of((address, bytes) -> started("read " + address));
        I2c one = new SharedI2c(shared);
        Future<Void> first = one.read(0x48, new byte[2]);
        Future<Void> second = new SharedI2c(shared).read(0x49, new byte[2]);
        events.poll("first", first);
        events.poll("second", second);
        complete();
        events.poll("first", first);
        events.poll("second", second);
        events.expect(
                "read 72 polled",
                "first pending",
                "second pending",
                "first woken",
                "read 72 polled",
                "second woken",
                "first ready",
                "read 73 polled",
                "second pending");
    }

    @Test
    void aCheckedExceptionLeavesAsItIs() throws I2cException {
        I2cException nack = new I2cException(I2cException.Kind.NACK, 0x48, I2cException.ADDRESS);
        Mutex<I2c> shared = Mutex.of((address, bytes) -> {
            throw nack;
        });
        Future<Void> read = new SharedI2c(shared).read(0x48, new byte[2]);
        assertEquals(
                "I2C device 0x48: nobody acknowledged, at its address",
                assertThrows(I2cException.class, () -> read.poll(Context.of(() -> {})))
                        .getMessage());
        events.poll("next", shared.lock());
    }

    @Test
    void whatABusCannotDoSaysSo() {
        I2c readOnly = (address, bytes) -> Future.done();
        UnsupportedOperationException refused =
                assertThrows(UnsupportedOperationException.class, () -> readOnly.write(0x48, new byte[1]));
        assertEquals(
                true, refused.getMessage().endsWith(" does not implement I2c.write(int, byte[])"), refused::getMessage);
        Output blinking = () -> {};
        assertThrows(UnsupportedOperationException.class, blinking::setHigh);
        assertThrows(UnsupportedOperationException.class, blinking::isSetLow);
    }

    @Test
    void inASlotNothingIsAllocated() {
        Future<Void> done = new Always();
        SpiBus ready = new SpiBus() {
            @Override
            public Future<Void> read(byte[] buffer, int offset, int length) {
                return done;
            }

            @Override
            public Future<Void> write(byte[] data, int offset, int length) {
                return done;
            }

            @Override
            public Future<Void> transfer(byte[] buffer, byte[] data) {
                return done;
            }

            @Override
            public Future<Void> flush() {
                return done;
            }
        };
        SharedSpiDevice device = new SharedSpiDevice(Mutex.of(ready), new Output() {
            @Override
            public void toggle() {}

            @Override
            public void set(Level level) {}
        });
        SharedI2c i2c = new SharedI2c(Mutex.of((address, bytes) -> done));
        SpiTransaction slot = new SpiTransaction();
        I2cTransfer transfer = new I2cTransfer();
        byte[] bytes = new byte[4];
        SpiOperation[] operations = {SpiOperation.write(bytes), SpiOperation.read(bytes)};
        Context cx = Context.of(() -> {});
        assertEquals(0, Allocation.bytes(() -> {
            ready(device.writeRead$in(bytes, bytes, slot), cx);
            ready(device.transaction$in(operations, slot), cx);
            ready(device.transfer$in(bytes, bytes, slot), cx);
            device.read$in(bytes, slot).cancel();
            ready(i2c.read$in(1, bytes, transfer), cx);
        }));
    }

    private static void ready(Future<?> future, Context cx) {
        assertEquals(Poll.READY, future.poll(cx));
        future.take();
    }

    private static final class Always implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            return Poll.READY;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }
}
