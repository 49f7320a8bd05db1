// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

/**
 * How an SPI bus is used: 1 MHz unless set. Mode 0, most significant bit first.
 *
 * @param hertz clock rate
 */
public record SpiConfig(int hertz) {
    /**
     * Checks it.
     *
     * @param hertz as above
     */
    public SpiConfig {
        if (hertz <= 0) {
            throw new IllegalArgumentException("a clock rate is positive, and is " + hertz);
        }
    }

    /** 1 MHz. */
    public SpiConfig() {
        this(1_000_000);
    }

    /**
     * Another rate.
     *
     * @param hertz clock rate
     * @return the configuration
     */
    public static SpiConfig hertz(int hertz) {
        return new SpiConfig(hertz);
    }
}
