// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * An I2C bus, of which this side is the controller. Addresses have 7 bits, without the direction.
 *
 * <p><b>Buffers.</b> An array belongs to the transfer from the first poll until the future has ended or was cancelled.
 * When {@code cancel} returns, nothing touches it any more.
 *
 * <p>{@link #read} alone is abstract, so that a lambda serves as a device in a test; a bus has all of them.
 *
 * <p><b>Cancel safety.</b> A cancelled transfer ends with a stop condition after the byte that is on the bus, so that
 * the next one finds a free bus: it waits for that byte and no longer. What was read so far is in the array, what was
 * written so far has reached the device.
 *
 * <p><b>Threading.</b> One transfer at a time, by one task; {@link SharedI2c} is for several.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> {@link I2cException} leaves from the await; its kind and position say what a driver can do.
 */
public interface I2c {
    /**
     * Reads as many bytes as the array holds.
     *
     * @param a the 7-bit address of the device
     * @param b where the bytes go, from its first element on
     * @return a future that is complete when the array is full
     * @throws I2cException out of the await, if the device does not answer or the bus fails
     */
    @Async
    Future<Void> read(int a, byte[] b) throws I2cException;

    /**
     * {@link #read(int, byte[])} in a slot; called by woven code.
     *
     * @param a as there
     * @param b as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws I2cException as there
     */
    default ReceiverFrames<?> read$in(int a, byte[] b, ReceiverFrames<?> slot) throws I2cException {
        return slot.use(read(a, b));
    }

    /**
     * Writes an array.
     *
     * @param address the 7-bit address of the device
     * @param data the bytes
     * @return a future that is complete when the device has acknowledged all
     * @throws I2cException out of the await, if the device does not answer or the bus fails
     * @throws UnsupportedOperationException if this bus can be read and nothing else
     */
    @Async
    default Future<Void> write(int address, byte[] data) throws I2cException {
        throw Unsupported.by(this, "I2c.write(int, byte[])");
    }

    /**
     * {@link #write(int, byte[])} in a slot; called by woven code.
     *
     * @param address as there
     * @param data as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws I2cException as there
     */
    default ReceiverFrames<?> write$in(int address, byte[] data, ReceiverFrames<?> slot) throws I2cException {
        return slot.use(write(address, data));
    }

    /**
     * Writes an array and reads another one, without letting go of the bus: how registers are read.
     *
     * @param address the 7-bit address of the device
     * @param data the bytes to write
     * @param b where the bytes go that are read; it may be the same array
     * @return a future that is complete when {@code b} is full
     * @throws I2cException out of the await, if the device does not answer or the bus fails
     * @throws UnsupportedOperationException if this bus can be read and nothing else
     */
    @Async
    default Future<Void> writeRead(int address, byte[] data, byte[] b) throws I2cException {
        throw Unsupported.by(this, "I2c.writeRead(int, byte[], byte[])");
    }

    /**
     * {@link #writeRead(int, byte[], byte[])} in a slot; called by woven code.
     *
     * @param address as there
     * @param data as there
     * @param b as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws I2cException as there
     */
    default ReceiverFrames<?> writeRead$in(int address, byte[] data, byte[] b, ReceiverFrames<?> slot)
            throws I2cException {
        return slot.use(writeRead(address, data, b));
    }

    /**
     * Does several things without letting go of the bus: a start condition before the first, a repeated one wherever the
     * direction changes, a stop condition after the last.
     *
     * @param address the 7-bit address of the device
     * @param operations what to do; keep the array for the next time, and nothing is allocated
     * @return a future that is complete when all is done
     * @throws I2cException out of the await, if the device does not answer or the bus fails
     * @throws UnsupportedOperationException if this bus can be read and nothing else
     */
    @Async
    default Future<Void> transaction(int address, I2cOperation... operations) throws I2cException {
        throw Unsupported.by(this, "I2c.transaction(int, I2cOperation...)");
    }

    /**
     * {@link #transaction(int, I2cOperation...)} in a slot; called by woven code.
     *
     * @param address as there
     * @param operations as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws I2cException as there
     */
    default ReceiverFrames<?> transaction$in(int address, I2cOperation[] operations, ReceiverFrames<?> slot)
            throws I2cException {
        return slot.use(transaction(address, operations));
    }
}
