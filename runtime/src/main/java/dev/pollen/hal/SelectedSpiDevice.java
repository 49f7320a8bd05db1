// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Placed;

/**
 * A device on a bus whose chip select is a pin: low from before the first operation of a transaction until after the last
 * has left the bus.
 *
 * <p>Made as {@link ExclusiveSpiDevice} or {@link SharedSpiDevice}, which say who may use the bus.
 */
public abstract sealed class SelectedSpiDevice implements SpiDevice permits ExclusiveSpiDevice, SharedSpiDevice {
    private final Output select;

    SelectedSpiDevice(Output select) {
        this.select = select;
    }

    /** Starts the transaction that a slot was given. */
    abstract SpiTransaction start(SpiTransaction slot, Output chipSelect);

    private SpiTransaction started(SpiTransaction slot) {
        return start(slot, select);
    }

    private static SpiTransaction frame(ReceiverFrames<?> slot) {
        SpiTransaction frame = (SpiTransaction) slot.find(SpiTransaction.class);
        if (frame == null) {
            frame = new SpiTransaction();
            slot.keep(frame);
        }
        return frame;
    }

    @Override
    @Placed(slot = SpiTransaction.class, by = "transaction$in")
    public Future<Void> transaction(SpiOperation... operations) {
        return transaction$in(operations, new SpiTransaction());
    }

    /**
     * {@link #transaction(SpiOperation...)} in a slot.
     *
     * @param operations as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public SpiTransaction transaction$in(SpiOperation[] operations, SpiTransaction slot) {
        slot.operations(operations);
        return started(slot);
    }

    @Override
    public ReceiverFrames<?> transaction$in(SpiOperation[] operations, ReceiverFrames<?> slot) {
        return slot.use(transaction$in(operations, frame(slot)));
    }

    @Override
    @Placed(slot = SpiTransaction.class, by = "read$in")
    public Future<Void> read(byte[] buffer) {
        return read$in(buffer, new SpiTransaction());
    }

    /**
     * {@link #read(byte[])} in a slot.
     *
     * @param buffer as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public SpiTransaction read$in(byte[] buffer, SpiTransaction slot) {
        slot.single().toRead(buffer, 0, buffer.length);
        return started(slot);
    }

    @Override
    public ReceiverFrames<?> read$in(byte[] buffer, ReceiverFrames<?> slot) {
        return slot.use(read$in(buffer, frame(slot)));
    }

    @Override
    @Placed(slot = SpiTransaction.class, by = "write$in")
    public Future<Void> write(byte[] data) {
        return write$in(data, new SpiTransaction());
    }

    /**
     * {@link #write(byte[])} in a slot.
     *
     * @param data as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public SpiTransaction write$in(byte[] data, SpiTransaction slot) {
        slot.single().toWrite(data, 0, data.length);
        return started(slot);
    }

    @Override
    public ReceiverFrames<?> write$in(byte[] data, ReceiverFrames<?> slot) {
        return slot.use(write$in(data, frame(slot)));
    }

    @Override
    @Placed(slot = SpiTransaction.class, by = "transfer$in")
    public Future<Void> transfer(byte[] buffer, byte[] data) {
        return transfer$in(buffer, data, new SpiTransaction());
    }

    /**
     * {@link #transfer(byte[], byte[])} in a slot.
     *
     * @param buffer as there
     * @param data as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public SpiTransaction transfer$in(byte[] buffer, byte[] data, SpiTransaction slot) {
        slot.single().toTransfer(buffer, data);
        return started(slot);
    }

    @Override
    public ReceiverFrames<?> transfer$in(byte[] buffer, byte[] data, ReceiverFrames<?> slot) {
        return slot.use(transfer$in(buffer, data, frame(slot)));
    }

    @Override
    @Placed(slot = SpiTransaction.class, by = "transferInPlace$in")
    public Future<Void> transferInPlace(byte[] bytes) {
        return transferInPlace$in(bytes, new SpiTransaction());
    }

    /**
     * {@link #transferInPlace(byte[])} in a slot.
     *
     * @param bytes as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public SpiTransaction transferInPlace$in(byte[] bytes, SpiTransaction slot) {
        return transfer$in(bytes, bytes, slot);
    }

    @Override
    public ReceiverFrames<?> transferInPlace$in(byte[] bytes, ReceiverFrames<?> slot) {
        return slot.use(transferInPlace$in(bytes, frame(slot)));
    }

    @Override
    @Placed(slot = SpiTransaction.class, by = "writeRead$in")
    public Future<Void> writeRead(byte[] data, byte[] buffer) {
        return writeRead$in(data, buffer, new SpiTransaction());
    }

    /**
     * {@link #writeRead(byte[], byte[])} in a slot.
     *
     * @param data as there
     * @param buffer as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public SpiTransaction writeRead$in(byte[] data, byte[] buffer, SpiTransaction slot) {
        slot.writeRead(data, buffer);
        return started(slot);
    }

    @Override
    public ReceiverFrames<?> writeRead$in(byte[] data, byte[] buffer, ReceiverFrames<?> slot) {
        return slot.use(writeRead$in(data, buffer, frame(slot)));
    }
}
