// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** A transfer on an I2C bus failed: the device did not answer, or the bus was lost. */
public class I2cException extends Exception {
    private static final long serialVersionUID = 1;

    /** A failed transfer. */
    public I2cException() {}
}
