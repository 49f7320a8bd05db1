// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

/** What hardware calls. It runs in interrupt context: it may store, wake, and start hardware, and returns at once. */
@FunctionalInterface
public interface Interrupt {
    /**
     * The hardware has something to say.
     *
     * @param tag what it was started with: late interrupts are known by it
     * @param value what a sensor has measured, or {@link Sensor#FAULT}; 0 for other hardware
     */
    void raised(int tag, int value);
}
