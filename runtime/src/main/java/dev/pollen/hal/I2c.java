// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;

/** An I2C bus, of which this side is the controller. */
public interface I2c {
    /**
     * Reads as many bytes as the array holds.
     *
     * @param a the 7-bit address of the device
     * @param b where the bytes go, from its first element on; left alone until the future has ended
     * @return a future that is complete when the array is full
     * @throws I2cException out of the poll, if the device does not answer or the bus fails
     */
    Future<Void> read(int a, byte[] b) throws I2cException;
}
