// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.hal.SpiBus;
import dev.pollen.hal.SpiException;
import java.util.Objects;

/** An SPI bus of a simulated board, see {@link SpiBus}. Threading: on the executor's thread. */
@NoAllocation
public final class SimSpi implements SpiBus {
    private final SpiHardware hardware;

    SimSpi(SpiHardware hardware) {
        this.hardware = hardware;
    }

    @Override
    @Async
    public Future<Void> read(byte[] buffer, int offset, int length) throws SpiException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        hardware.start();
        hardware.receives(buffer, offset, length);
        return completion();
    }

    @Override
    @Async
    public Future<Void> write(byte[] data, int offset, int length) throws SpiException {
        Objects.checkFromIndexSize(offset, length, data.length);
        hardware.start();
        hardware.sends(data, offset, length);
        return completion();
    }

    @Override
    @Async
    public Future<Void> transfer(byte[] buffer, byte[] data) throws SpiException {
        hardware.start();
        hardware.receives(buffer, 0, buffer.length);
        hardware.sends(data, 0, data.length);
        return completion();
    }

    /** A transfer ends with its last bit, so there is nothing left to wait for. */
    @Override
    @Async
    public Future<Void> flush() throws SpiException {
        return Future.done();
    }

    @Async
    private Future<Void> completion() throws SpiException {
        try {
            hardware.go();
            do {
                await(hardware.event().notified());
            } while (!hardware.isDone());
            SpiException.Kind wrong = hardware.wrong();
            if (wrong != null) {
                throw new SpiException(wrong);
            }
        } finally {
            hardware.stop();
        }
        return Future.done();
    }
}
