// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.device;

import dev.pollen.simboard.I2cTarget;

/**
 * A temperature sensor, as a TMP102 or LM75: the first register, which is read unless another was chosen, holds the
 * temperature as 16 bits in units of 1/256 degree, the upper byte first.
 *
 * <p>Registers: 0 temperature, 1 configuration, 2 and 3 limits. Threading: on the executor's thread. Allocation: none.
 */
public final class TemperatureSensor implements I2cTarget {
    /** The usual address. */
    public static final int ADDRESS = 0x48;

    private static final int REGISTERS = 4;

    private final int[] registers = {0, 0x60A0, 75 << 8, 80 << 8};
    private int pointer;
    private int index;
    private long conversions;

    /**
     * A sensor.
     *
     * @param degrees what it measures at first, in degrees Celsius
     */
    public TemperatureSensor(double degrees) {
        set(degrees);
    }

    /**
     * Changes what it measures.
     *
     * @param degrees the temperature in degrees Celsius
     */
    public void set(double degrees) {
        registers[0] = (int) Math.round(degrees * 256) & 0xFFFF;
    }

    /**
     * How often it was read.
     *
     * @return the number of transfers that have read it
     */
    public long reads() {
        return conversions;
    }

    @Override
    public boolean start(boolean read) {
        index = 0;
        if (read) {
            conversions++;
        }
        return true;
    }

    @Override
    public boolean write(int value) {
        if (index++ == 0) {
            pointer = value % REGISTERS;
        } else {
            registers[pointer] = (registers[pointer] << 8 | value) & 0xFFFF;
        }
        return index <= 3;
    }

    @Override
    public int read() {
        return registers[pointer] >> (index++ % 2 == 0 ? 8 : 0) & 0xFF;
    }

    @Override
    public void stop() {
        // The pointer stays.
    }
}
