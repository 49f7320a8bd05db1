// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;
import dev.pollen.hal.I2cOperation;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;

/**
 * Interfaces of the runtime, which is not woven: their twins are written by hand. Implementations with the mark and without,
 * lambdas, methods that are inherited, called through the interface and on the class.
 */
final class HalInterfaces {
    private HalInterfaces() {}

    /** The methods that take whole arrays are inherited. */
    static final class Line implements Uart {
        private String told = "";

        @Override
        @Async
        public Future<Void> read(byte[] buffer, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                buffer[i] = (byte) (int) await(Leaf.of(i));
            }
            return Future.done();
        }

        @Override
        @Async
        public Future.OfInt readUntilIdle(byte[] buffer) {
            return Future.ready(await(Leaf.of(buffer.length)));
        }

        @Override
        @Async
        public Future<Void> write(byte[] data, int offset, int length) throws UartException {
            told += await(Leaf.of("w")) + offset + length;
            if (length == 0) {
                throw new UartException(UartException.Kind.OVERRUN, 7);
            }
            return Future.done();
        }

        @Override
        @Async
        public Future<Void> flush() {
            told += await(Leaf.of("f"));
            return Future.done();
        }
    }

    static class Bus implements I2c {
        @Override
        @Async
        public Future<Void> read(int a, byte[] b) throws I2cException {
            b[0] = (byte) (a + await(Leaf.of(1)));
            return Future.done();
        }

        @Override
        @Async
        public Future<Void> transaction(int address, I2cOperation... operations) {
            for (I2cOperation operation : operations) {
                operation.bytes()[0] += (byte) (int) await(Leaf.of(address));
            }
            return Future.done();
        }
    }

    /** Without the mark. */
    static final class Offset extends Bus {
        @Override
        public Future<Void> read(int a, byte[] b) throws I2cException {
            b[0] = 99;
            return Future.done();
        }
    }

    @Async
    static Future<String> serial() throws UartException {
        Line line = new Line();
        Uart uart = line;
        byte[] bytes = new byte[3];
        await(uart.read(bytes));
        await(line.read(bytes, 0, 2));
        int n = await(uart.readUntilIdle(bytes)) + await(line.readUntilIdle(bytes));
        await(uart.write(bytes));
        await(line.write(bytes));
        await(uart.write(bytes, 1, 2));
        await(uart.flush());
        try {
            await(uart.write(new byte[0]));
        } catch (UartException e) {
            n += e.received();
        }
        return Future.ready(line.told + bytes[2] + n);
    }

    @Async
    static Future<String> buses() throws I2cException {
        Bus bus = new Bus();
        I2c[] all = {bus, new Offset(), (a, b) -> {
            b[0] = (byte) -a;
            return Future.done();
        }};
        String r = "";
        byte[] b = new byte[1];
        for (I2c each : all) {
            await(each.read(20, b));
            r += b[0] + ",";
            try {
                await(each.transaction(3, I2cOperation.write(b), I2cOperation.read(b)));
            } catch (UnsupportedOperationException e) {
                r += "none,";
            }
            try {
                await(each.write(3, b));
            } catch (UnsupportedOperationException e) {
                r += b[0] + " ";
            }
        }
        await(bus.transaction(1, I2cOperation.write(b)));
        return Future.ready(r + b[0]);
    }

    @Async
    static Future<String> box() throws UartException, I2cException {
        String r = await(serial()) + " " + await(buses());
        return Future.ready(r.equals("w03w03w12fw00213 21,27 99,105 -20,none,-20 -19") ? "OK" : r);
    }
}
