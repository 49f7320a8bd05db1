// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Placed;
import dev.pollen.sync.Mutex;

/**
 * A bus that several tasks use: each transfer waits for it, first come, first served, and holds it to its end. It is a
 * bus itself, so drivers need not know; whoever needs several transfers in a row uses a {@link #transaction}.
 *
 * <p>Cancel safety, errors and allocation are those of {@link I2c}: a transfer that is cancelled while it waits gives
 * its place to the next. <b>Threading.</b> As many tasks as the mutex allows, each with its own futures.
 */
public final class SharedI2c implements I2c {
    private final Mutex<I2c> bus;

    /**
     * A bus like the one of a mutex.
     *
     * @param bus the bus, for all its users the same mutex
     */
    public SharedI2c(Mutex<I2c> bus) {
        this.bus = bus;
    }

    private static I2cTransfer frame(ReceiverFrames<?> slot) {
        I2cTransfer frame = (I2cTransfer) slot.find(I2cTransfer.class);
        if (frame == null) {
            frame = new I2cTransfer();
            slot.keep(frame);
        }
        return frame;
    }

    @Override
    @Placed(slot = I2cTransfer.class, by = "read$in")
    public Future<Void> read(int a, byte[] b) {
        return read$in(a, b, new I2cTransfer());
    }

    /**
     * {@link #read(int, byte[])} in a slot.
     *
     * @param a as there
     * @param b as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public I2cTransfer read$in(int a, byte[] b, I2cTransfer slot) {
        return slot.read(bus, a, b);
    }

    @Override
    public ReceiverFrames<?> read$in(int a, byte[] b, ReceiverFrames<?> slot) {
        return slot.use(read$in(a, b, frame(slot)));
    }

    @Override
    @Placed(slot = I2cTransfer.class, by = "write$in")
    public Future<Void> write(int address, byte[] data) {
        return write$in(address, data, new I2cTransfer());
    }

    /**
     * {@link #write(int, byte[])} in a slot.
     *
     * @param address as there
     * @param data as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public I2cTransfer write$in(int address, byte[] data, I2cTransfer slot) {
        return slot.write(bus, address, data);
    }

    @Override
    public ReceiverFrames<?> write$in(int address, byte[] data, ReceiverFrames<?> slot) {
        return slot.use(write$in(address, data, frame(slot)));
    }

    @Override
    @Placed(slot = I2cTransfer.class, by = "writeRead$in")
    public Future<Void> writeRead(int address, byte[] data, byte[] b) {
        return writeRead$in(address, data, b, new I2cTransfer());
    }

    /**
     * {@link #writeRead(int, byte[], byte[])} in a slot.
     *
     * @param address as there
     * @param data as there
     * @param b as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public I2cTransfer writeRead$in(int address, byte[] data, byte[] b, I2cTransfer slot) {
        return slot.writeRead(bus, address, data, b);
    }

    @Override
    public ReceiverFrames<?> writeRead$in(int address, byte[] data, byte[] b, ReceiverFrames<?> slot) {
        return slot.use(writeRead$in(address, data, b, frame(slot)));
    }

    @Override
    @Placed(slot = I2cTransfer.class, by = "transaction$in")
    public Future<Void> transaction(int address, I2cOperation... operations) {
        return transaction$in(address, operations, new I2cTransfer());
    }

    /**
     * {@link #transaction(int, I2cOperation...)} in a slot.
     *
     * @param address as there
     * @param operations as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public I2cTransfer transaction$in(int address, I2cOperation[] operations, I2cTransfer slot) {
        return slot.transaction(bus, address, operations);
    }

    @Override
    public ReceiverFrames<?> transaction$in(int address, I2cOperation[] operations, ReceiverFrames<?> slot) {
        return slot.use(transaction$in(address, operations, frame(slot)));
    }
}
