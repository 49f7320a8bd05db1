// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** The level of a digital pin. */
public enum Level {
    /** Ground. */
    LOW,
    /** Supply. */
    HIGH;

    /**
     * The level that a flag stands for.
     *
     * @param high whether the pin is high
     * @return the level
     */
    public static Level of(boolean high) {
        return high ? HIGH : LOW;
    }
}
