// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * A device on an SPI bus, with its chip select: each method is a transaction of its own, which selects the device, does
 * its work and deselects it, whatever happens.
 *
 * <p><b>Cancel safety.</b> A cancelled transaction ends as {@link SpiBus} says, and the device is deselected. Waiting
 * for a shared bus, it has done nothing.
 *
 * <p><b>Threading.</b> One task at a time; whether others may use the bus meanwhile says {@link SharedSpiDevice}.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> {@link SpiException} leaves from the await, after the device was deselected.
 */
public interface SpiDevice {
    /**
     * Does several things while the device is selected.
     *
     * @param operations what to do; keep the array for the next time, and nothing is allocated
     * @return a future that is ready when all is done and the device is deselected
     * @throws SpiException out of the await
     */
    @Async
    Future<Void> transaction(SpiOperation... operations) throws SpiException;

    /**
     * {@link #transaction(SpiOperation...)} in a slot; called by woven code.
     *
     * @param operations as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> transaction$in(SpiOperation[] operations, ReceiverFrames<?> slot) throws SpiException {
        return slot.use(transaction(operations));
    }

    /**
     * Fills an array, while zeros are sent.
     *
     * @param buffer where the bytes go
     * @return a future that is ready when the array is full
     * @throws SpiException out of the await
     */
    @Async
    Future<Void> read(byte[] buffer) throws SpiException;

    /**
     * {@link #read(byte[])} in a slot; called by woven code.
     *
     * @param buffer as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> read$in(byte[] buffer, ReceiverFrames<?> slot) throws SpiException {
        return slot.use(read(buffer));
    }

    /**
     * Sends an array.
     *
     * @param data the bytes
     * @return a future that is ready when the bytes are on the bus
     * @throws SpiException out of the await
     */
    @Async
    Future<Void> write(byte[] data) throws SpiException;

    /**
     * {@link #write(byte[])} in a slot; called by woven code.
     *
     * @param data as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> write$in(byte[] data, ReceiverFrames<?> slot) throws SpiException {
        return slot.use(write(data));
    }

    /**
     * Sends one array while another is filled, see {@link SpiBus#transfer}.
     *
     * @param buffer where the bytes go
     * @param data the bytes to send
     * @return a future that is ready when both are done
     * @throws SpiException out of the await
     */
    @Async
    Future<Void> transfer(byte[] buffer, byte[] data) throws SpiException;

    /**
     * {@link #transfer(byte[], byte[])} in a slot; called by woven code.
     *
     * @param buffer as there
     * @param data as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> transfer$in(byte[] buffer, byte[] data, ReceiverFrames<?> slot) throws SpiException {
        return slot.use(transfer(buffer, data));
    }

    /**
     * Sends an array; each byte is replaced by the one that comes meanwhile.
     *
     * @param bytes what is sent, and where the bytes go
     * @return a future that is ready when all is replaced
     * @throws SpiException out of the await
     */
    @Async
    default Future<Void> transferInPlace(byte[] bytes) throws SpiException {
        return transfer(bytes, bytes);
    }

    /**
     * {@link #transferInPlace(byte[])} in a slot; called by woven code.
     *
     * @param bytes as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> transferInPlace$in(byte[] bytes, ReceiverFrames<?> slot) throws SpiException {
        return transfer$in(bytes, bytes, slot);
    }

    /**
     * Sends one array and then fills another: how most devices are asked for something.
     *
     * @param data the bytes to send
     * @param buffer where the bytes go that come behind them
     * @return a future that is ready when the array is full
     * @throws SpiException out of the await
     */
    @Async
    Future<Void> writeRead(byte[] data, byte[] buffer) throws SpiException;

    /**
     * {@link #writeRead(byte[], byte[])} in a slot; called by woven code.
     *
     * @param data as there
     * @param buffer as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> writeRead$in(byte[] data, byte[] buffer, ReceiverFrames<?> slot) throws SpiException {
        return slot.use(writeRead(data, buffer));
    }
}
