// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** How steep the edges of an output are: steeper ones disturb more. */
public enum Speed {
    /** For LEDs and chip selects. */
    LOW,
    /** For slow buses. */
    MEDIUM,
    /** For fast buses. */
    HIGH,
    /** As steep as the pin can. */
    VERY_HIGH
}
