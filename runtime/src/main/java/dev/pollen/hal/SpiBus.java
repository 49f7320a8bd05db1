// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * An SPI bus that is this side's alone: clock and data lines, without a chip select. A device on it is an {@link
 * SpiDevice}.
 *
 * <p><b>Buffers.</b> An array belongs to the transfer from the first poll until the future has ended or was cancelled: it
 * is read and written meanwhile, without the processor. When {@code cancel} returns, nothing touches it any more.
 *
 * <p><b>Cancel safety.</b> A cancelled transfer stops after the byte that is on the bus. What came so far is in the
 * array; the device has seen what was sent so far, and only its chip select makes it forget that.
 *
 * <p><b>Threading.</b> One transfer at a time, by one task.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> {@link SpiException} leaves from the await.
 */
public interface SpiBus {
    /**
     * Fills an array, while zeros are sent.
     *
     * @param buffer where the bytes go
     * @return a future that is ready when the array is full
     * @throws SpiException out of the await
     */
    @Async
    default Future<Void> read(byte[] buffer) throws SpiException {
        return read(buffer, 0, buffer.length);
    }

    /**
     * {@link #read(byte[])} in a slot; called by woven code.
     *
     * @param buffer as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> read$in(byte[] buffer, ReceiverFrames<?> slot) throws SpiException {
        return read$in(buffer, 0, buffer.length, slot);
    }

    /**
     * Fills a part of an array, while zeros are sent.
     *
     * @param buffer where the bytes go
     * @param offset the index of the first
     * @param length how many
     * @return a future that is ready when all have come
     * @throws SpiException out of the await
     */
    @Async
    Future<Void> read(byte[] buffer, int offset, int length) throws SpiException;

    /**
     * {@link #read(byte[], int, int)} in a slot; called by woven code.
     *
     * @param buffer as there
     * @param offset as there
     * @param length as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> read$in(byte[] buffer, int offset, int length, ReceiverFrames<?> slot)
            throws SpiException {
        return slot.use(read(buffer, offset, length));
    }

    /**
     * Sends an array; what comes meanwhile is dropped.
     *
     * @param data the bytes
     * @return a future that is ready when all have been taken; {@link #flush} waits until they are on the bus
     * @throws SpiException out of the await
     */
    @Async
    default Future<Void> write(byte[] data) throws SpiException {
        return write(data, 0, data.length);
    }

    /**
     * {@link #write(byte[])} in a slot; called by woven code.
     *
     * @param data as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> write$in(byte[] data, ReceiverFrames<?> slot) throws SpiException {
        return write$in(data, 0, data.length, slot);
    }

    /**
     * Sends a part of an array; what comes meanwhile is dropped.
     *
     * @param data the bytes
     * @param offset the index of the first
     * @param length how many
     * @return a future that is ready when all have been taken
     * @throws SpiException out of the await
     */
    @Async
    Future<Void> write(byte[] data, int offset, int length) throws SpiException;

    /**
     * {@link #write(byte[], int, int)} in a slot; called by woven code.
     *
     * @param data as there
     * @param offset as there
     * @param length as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> write$in(byte[] data, int offset, int length, ReceiverFrames<?> slot)
            throws SpiException {
        return slot.use(write(data, offset, length));
    }

    /**
     * Sends one array while another is filled. Where one is longer, the rest of it is filled while zeros are sent, or sent
     * while what comes is dropped.
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
     * Waits until everything that was written is on the bus.
     *
     * @return a future that is ready when the clock stands still
     * @throws SpiException out of the await
     */
    @Async
    Future<Void> flush() throws SpiException;

    /**
     * {@link #flush} in a slot; called by woven code.
     *
     * @param slot a slot that is not in use
     * @return the slot
     * @throws SpiException as there
     */
    default ReceiverFrames<?> flush$in(ReceiverFrames<?> slot) throws SpiException {
        return slot.use(flush());
    }
}
