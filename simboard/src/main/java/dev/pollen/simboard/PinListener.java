// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

/** Told of each change of a pin's level, at the time of the change. */
@FunctionalInterface
public interface PinListener {
    /**
     * The level has changed.
     *
     * @param pin the pin
     * @param high its level now
     */
    void changed(SimPin pin, boolean high);
}
