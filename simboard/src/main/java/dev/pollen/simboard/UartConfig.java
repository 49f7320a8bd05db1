// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

/**
 * How a serial line is used: 115200 baud, 8 bits, no parity, 1 stop bit, unless set.
 *
 * @param baud bits per second
 * @param parity the check bit
 * @param stopBits 1 or 2
 */
public record UartConfig(int baud, Parity parity, int stopBits) {
    /** The check bit behind the data. */
    public enum Parity {
        /** None. */
        NONE,
        /** Makes the number of ones even. */
        EVEN,
        /** Makes the number of ones odd. */
        ODD
    }

    /**
     * Checks it.
     *
     * @param baud as above
     * @param parity as above
     * @param stopBits as above
     */
    public UartConfig {
        if (baud <= 0) {
            throw new IllegalArgumentException("the baud rate is positive, and is " + baud);
        }
        if (stopBits != 1 && stopBits != 2) {
            throw new IllegalArgumentException("there are 1 or 2 stop bits, and not " + stopBits);
        }
    }

    /** 115200 baud, 8 bits, no parity, 1 stop bit. */
    public UartConfig() {
        this(115_200, Parity.NONE, 1);
    }

    /**
     * 8 bits, no parity, 1 stop bit.
     *
     * @param baud bits per second
     * @return the configuration
     */
    public static UartConfig baud(int baud) {
        return new UartConfig(baud, Parity.NONE, 1);
    }

    /**
     * Another parity.
     *
     * @param with the check bit
     * @return the configuration
     */
    public UartConfig parity(Parity with) {
        return new UartConfig(baud, with, stopBits);
    }

    /**
     * Other stop bits.
     *
     * @param bits 1 or 2
     * @return the configuration
     */
    public UartConfig stopBits(int bits) {
        return new UartConfig(baud, parity, bits);
    }

    /** How long a byte is on the line. */
    long byteNanos() {
        int bits = 1 + 8 + (parity == Parity.NONE ? 0 : 1) + stopBits;
        return bits * 1_000_000_000L / baud;
    }
}
