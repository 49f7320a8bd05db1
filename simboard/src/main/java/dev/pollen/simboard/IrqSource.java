// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

/** A part of the hardware that raises an interrupt, and knows why. */
interface IrqSource {
    /** In interrupt context: takes what has happened, and wakes who waits for it. */
    void interrupted();
}
