// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.ReceiverFrames;
import dev.pollen.sync.Mutex;
import dev.pollen.time.Timer;
import org.jspecify.annotations.Nullable;

/** The future of a transaction of a {@link SelectedSpiDevice}, and its slot. */
public final class SpiTransaction extends BusUse<SpiBus> {
    private static final SpiOperation[] NONE = {};

    /** Operations of this transaction's own, for the methods that take arrays. */
    private final SpiOperation[] one = {new SpiOperation()};

    private final SpiOperation[] two = {new SpiOperation(), new SpiOperation()};
    private final Timer delay = new Timer();
    private @Nullable Output select;
    private SpiOperation[] operations = NONE;
    private int following;

    /** An empty slot. */
    public SpiTransaction() {
        super("SpiDevice.transaction()");
    }

    /** A single operation, to be set. */
    SpiOperation single() {
        operations = one;
        return one[0];
    }

    /** The operations of a write that is followed by a read. */
    void writeRead(byte[] data, byte[] buffer) {
        two[0].toWrite(data, 0, data.length);
        two[1].toRead(buffer, 0, buffer.length);
        operations = two;
    }

    void operations(SpiOperation[] given) {
        operations = given;
    }

    SpiTransaction place(Mutex<SpiBus> bus, Output chipSelect) {
        placed(bus);
        return selecting(chipSelect);
    }

    SpiTransaction place(SpiBus bus, Output chipSelect) {
        placed(bus);
        return selecting(chipSelect);
    }

    private SpiTransaction selecting(Output chipSelect) {
        select = chipSelect;
        following = 0;
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
        select.setLow();
    }

    @Override
    @Nullable
    Future<?> next(SpiBus on, ReceiverFrames<Void> slot) throws SpiException {
        int index = following++;
        if (index > operations.length) {
            return null;
        }
        return index == operations.length ? on.flush$in(slot) : step(on, operations[index], slot);
    }

    private Future<?> step(SpiBus on, SpiOperation operation, ReceiverFrames<Void> slot) throws SpiException {
        return switch (operation.kind()) {
            case READ -> on.read$in(operation.bytes(), operation.offset(), operation.length(), slot);
            case WRITE -> on.write$in(operation.bytes(), operation.offset(), operation.length(), slot);
            case TRANSFER -> on.transfer$in(operation.bytes(), operation.sent(), slot);
            case DELAY -> Timer.afterNanos$in(operation.nanos(), delay);
        };
    }

    @Override
    void end() {
        select.setHigh();
    }

    @Override
    void letGo() {
        select = null;
        operations = NONE;
        one[0].clear();
        two[0].clear();
        two[1].clear();
    }
}
