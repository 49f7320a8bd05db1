// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.hal.I2c;
import dev.pollen.hal.I2cException;

/** A driver for a monochrome display of 128 by 64 pixels, which draws bars. It has one buffer: one task at a time. */
public final class Display {
    private static final int ADDRESS = 0x3C;
    private static final int WIDTH = 128;
    private static final int UNIT = 4;

    private final I2c i2c;
    private final byte[] commands = {0x00, (byte) 0xAF, 0, 0x00, 0x10};
    private final byte[] pixels = new byte[1 + WIDTH];

    /**
     * A display.
     *
     * @param i2c the bus that it is at
     */
    public Display(I2c i2c) {
        this.i2c = i2c;
        pixels[0] = 0x40;
    }

    /**
     * Draws a bar.
     *
     * @param line which line, from 0 to 7
     * @param length how long, from 0 to 32
     * @return a future that is ready when the display has it
     * @throws I2cException if the display does not answer
     */
    @Async
    public Future<Void> bar(int line, int length) throws I2cException {
        commands[2] = (byte) (0xB0 + line);
        await(i2c.write(ADDRESS, commands));
        for (int x = 0; x < WIDTH; x++) {
            pixels[1 + x] = (byte) (x < length * UNIT ? 0x7E : 0);
        }
        await(i2c.write(ADDRESS, pixels));
        return Future.done();
    }
}
