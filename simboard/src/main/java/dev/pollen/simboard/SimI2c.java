// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.I2cOperation;

/** An I2C bus of a simulated board, see {@link I2c}. Threading: on the executor's thread. */
@NoAllocation
public final class SimI2c implements I2c {
    private static final byte[] NONE = {};

    private final I2cHardware hardware;
    private final I2cOperation[] one = {I2cOperation.read(NONE)};
    private final I2cOperation[] two = {I2cOperation.write(NONE), I2cOperation.read(NONE)};

    SimI2c(I2cHardware hardware) {
        this.hardware = hardware;
    }

    @Override
    @Async
    public Future<Void> read(int a, byte[] b) throws I2cException {
        hardware.claim();
        one[0].set(true, b, 0, b.length);
        return completion(a, one);
    }

    @Override
    @Async
    public Future<Void> write(int address, byte[] data) throws I2cException {
        hardware.claim();
        one[0].set(false, data, 0, data.length);
        return completion(address, one);
    }

    @Override
    @Async
    public Future<Void> writeRead(int address, byte[] data, byte[] b) throws I2cException {
        hardware.claim();
        two[0].set(false, data, 0, data.length);
        two[1].set(true, b, 0, b.length);
        return completion(address, two);
    }

    @Override
    @Async
    public Future<Void> transaction(int address, I2cOperation... operations) throws I2cException {
        hardware.claim();
        return completion(address, operations);
    }

    @Async
    private Future<Void> completion(int address, I2cOperation[] operations) throws I2cException {
        try {
            hardware.start(address, operations);
            do {
                await(hardware.event().notified());
            } while (!hardware.isDone());
            I2cException.Kind wrong = hardware.wrong();
            if (wrong != null) {
                throw new I2cException(wrong, address, hardware.position());
            }
        } finally {
            hardware.stop();
        }
        return Future.done();
    }
}
