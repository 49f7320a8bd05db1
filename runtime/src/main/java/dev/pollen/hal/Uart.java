// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * A serial line: bytes without an address, in both directions at once.
 *
 * <p><b>Buffers.</b> An array belongs to the transfer from the first poll until the future has ended or was cancelled:
 * a peripheral reads and writes it meanwhile, in its own time. When {@code cancel} returns, nothing touches it any more.
 *
 * <p><b>Cancel safety.</b> A cancelled read has consumed the bytes that it took off the line: they are in the array,
 * and how many is lost with the future. To stop waiting between messages and lose nothing, cancel
 * {@link #readUntilIdle} only while the line is quiet, or keep its future and lend it with {@code borrow}. A cancelled
 * write has sent a part, and finishes the byte that it is sending.
 *
 * <p><b>Threading.</b> One read and one write at a time, which may be two tasks of one executor.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> {@link UartException} leaves from the await and says what happened and how many bytes were good;
 * the next read goes on behind it.
 */
public interface Uart {
    /**
     * Fills an array.
     *
     * @param buffer where the bytes go, from its first element on
     * @return a future that is ready when the array is full
     * @throws UartException out of the await, if bytes were lost or are not to be trusted
     */
    @Async
    default Future<Void> read(byte[] buffer) throws UartException {
        return read(buffer, 0, buffer.length);
    }

    /**
     * {@link #read(byte[])} in a slot; called by woven code.
     *
     * @param buffer as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws UartException as there
     */
    default ReceiverFrames<?> read$in(byte[] buffer, ReceiverFrames<?> slot) throws UartException {
        return read$in(buffer, 0, buffer.length, slot);
    }

    /**
     * Fills a part of an array.
     *
     * @param buffer where the bytes go
     * @param offset the index of the first
     * @param length how many
     * @return a future that is ready when all have come
     * @throws UartException out of the await, if bytes were lost or are not to be trusted
     */
    @Async
    Future<Void> read(byte[] buffer, int offset, int length) throws UartException;

    /**
     * {@link #read(byte[], int, int)} in a slot; called by woven code.
     *
     * @param buffer as there
     * @param offset as there
     * @param length as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws UartException as there
     */
    default ReceiverFrames<?> read$in(byte[] buffer, int offset, int length, ReceiverFrames<?> slot)
            throws UartException {
        return slot.use(read(buffer, offset, length));
    }

    /**
     * Reads a message: up to where the line falls silent for the length of one byte, or the array is full.
     *
     * @param buffer where the bytes go, from its first element on
     * @return a future of how many came, at least 1
     * @throws UartException out of the await, if bytes were lost or are not to be trusted
     */
    @Async
    Future.OfInt readUntilIdle(byte[] buffer) throws UartException;

    /**
     * {@link #readUntilIdle(byte[])} in a slot; called by woven code.
     *
     * @param buffer as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws UartException as there
     */
    default ReceiverFrames<?> readUntilIdle$in(byte[] buffer, ReceiverFrames<?> slot) throws UartException {
        return slot.use(readUntilIdle(buffer));
    }

    /**
     * Sends an array.
     *
     * @param data the bytes
     * @return a future that is ready when all have been taken; {@link #flush} waits until they are on the line
     * @throws UartException out of the await, if the line fails
     */
    @Async
    default Future<Void> write(byte[] data) throws UartException {
        return write(data, 0, data.length);
    }

    /**
     * {@link #write(byte[])} in a slot; called by woven code.
     *
     * @param data as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws UartException as there
     */
    default ReceiverFrames<?> write$in(byte[] data, ReceiverFrames<?> slot) throws UartException {
        return write$in(data, 0, data.length, slot);
    }

    /**
     * Sends a part of an array.
     *
     * @param data the bytes
     * @param offset the index of the first
     * @param length how many
     * @return a future that is ready when all have been taken; {@link #flush} waits until they are on the line
     * @throws UartException out of the await, if the line fails
     */
    @Async
    Future<Void> write(byte[] data, int offset, int length) throws UartException;

    /**
     * {@link #write(byte[], int, int)} in a slot; called by woven code.
     *
     * @param data as there
     * @param offset as there
     * @param length as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws UartException as there
     */
    default ReceiverFrames<?> write$in(byte[] data, int offset, int length, ReceiverFrames<?> slot)
            throws UartException {
        return slot.use(write(data, offset, length));
    }

    /**
     * Waits until everything that was written is on the line.
     *
     * @return a future that is ready when the last stop bit is over
     * @throws UartException out of the await, if the line fails
     */
    @Async
    Future<Void> flush() throws UartException;

    /**
     * {@link #flush} in a slot; called by woven code.
     *
     * @param slot a slot that is not in use
     * @return the slot
     * @throws UartException as there
     */
    default ReceiverFrames<?> flush$in(ReceiverFrames<?> slot) throws UartException {
        return slot.use(flush());
    }
}
