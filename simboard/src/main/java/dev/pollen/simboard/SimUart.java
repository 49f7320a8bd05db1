// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A UART of a simulated board, see {@link Uart}. Threading: on the executor's thread. */
@NoAllocation
public final class SimUart implements Uart {
    private final UartHardware hardware;

    SimUart(UartHardware hardware) {
        this.hardware = hardware;
    }

    @Override
    @Async
    public Future<Void> read(byte[] buffer, int offset, int length) throws UartException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        hardware.startRead(buffer, offset, length, false);
        try {
            do {
                await(hardware.rxEvent().notified());
            } while (!hardware.hasRead());
            check(hardware.wrong());
        } finally {
            hardware.stopRead();
        }
        return Future.done();
    }

    @Override
    @Async
    public Future.OfInt readUntilIdle(byte[] buffer) throws UartException {
        if (buffer.length == 0) {
            throw new IllegalArgumentException("an array without elements can take no message");
        }
        hardware.startRead(buffer, 0, buffer.length, true);
        try {
            do {
                await(hardware.rxEvent().notified());
            } while (!hardware.hasRead());
            check(hardware.wrong());
            return Future.ready(hardware.countRead());
        } finally {
            hardware.stopRead();
        }
    }

    private void check(UartException.@Nullable Kind wrong) throws UartException {
        if (wrong != null) {
            throw new UartException(wrong, hardware.countRead());
        }
    }

    @Override
    @Async
    public Future<Void> write(byte[] data, int offset, int length) throws UartException {
        Objects.checkFromIndexSize(offset, length, data.length);
        hardware.startWrite(data, offset, length);
        try {
            do {
                await(hardware.txEvent().notified());
            } while (!hardware.hasTaken());
        } finally {
            hardware.stopWrite();
        }
        return Future.done();
    }

    @Override
    @Async
    public Future<Void> flush() throws UartException {
        hardware.startFlush();
        try {
            do {
                await(hardware.txEvent().notified());
            } while (!hardware.isFlushed());
        } finally {
            hardware.stopWrite();
        }
        return Future.done();
    }
}
