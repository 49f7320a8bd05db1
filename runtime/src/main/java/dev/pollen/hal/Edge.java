// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** A change of a pin's level. */
public enum Edge {
    /** From low to high. */
    RISING,
    /** From high to low. */
    FALLING,
    /** Either. */
    ANY;

    /**
     * Whether a change is one of these.
     *
     * @param toHigh whether the pin became high
     * @return whether it is meant
     */
    public boolean includes(boolean toHigh) {
        return this == ANY || (this == RISING) == toHigh;
    }
}
