// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.ReceiverFrames;
import dev.pollen.sync.Mutex;
import org.jspecify.annotations.Nullable;

/** The future of a transfer of a {@link SharedI2c}, and its slot. */
public final class I2cTransfer extends BusUse<I2c> {
    private static final byte READ = 0;
    private static final byte WRITE = 1;
    private static final byte WRITE_READ = 2;
    private static final byte TRANSACTION = 3;

    private byte kind;
    private boolean begun;
    private int address;
    private byte @Nullable [] sent;
    private byte @Nullable [] buffer;
    private I2cOperation @Nullable [] operations;

    /** An empty slot. */
    public I2cTransfer() {
        super("a transfer on a SharedI2c");
    }

    I2cTransfer read(Mutex<I2c> bus, int to, byte[] into) {
        placed(bus);
        buffer = into;
        return set(READ, to);
    }

    I2cTransfer write(Mutex<I2c> bus, int to, byte[] data) {
        placed(bus);
        sent = data;
        return set(WRITE, to);
    }

    I2cTransfer writeRead(Mutex<I2c> bus, int to, byte[] data, byte[] into) {
        placed(bus);
        sent = data;
        buffer = into;
        return set(WRITE_READ, to);
    }

    I2cTransfer transaction(Mutex<I2c> bus, int to, I2cOperation[] given) {
        placed(bus);
        operations = given;
        return set(TRANSACTION, to);
    }

    private I2cTransfer set(byte to, int device) {
        kind = to;
        address = device;
        begun = false;
        return this;
    }

    @Override
    public Poll poll(Context cx) {
        return drive(cx);
    }

    @Override
    public void cancel() {
        stop();
    }

    @Override
    void begin() {
        // A start condition is part of the transfer.
    }

    @Override
    @Nullable
    Future<?> next(I2c on, ReceiverFrames<Void> slot) throws I2cException {
        if (begun) {
            return null;
        }
        begun = true;
        return switch (kind) {
            case READ -> on.read$in(address, buffer, slot);
            case WRITE -> on.write$in(address, sent, slot);
            case WRITE_READ -> on.writeRead$in(address, sent, buffer, slot);
            default -> on.transaction$in(address, operations, slot);
        };
    }

    @Override
    void end() {
        // Nor is there anything to deselect.
    }

    @Override
    void letGo() {
        sent = null;
        buffer = null;
        operations = null;
    }
}
