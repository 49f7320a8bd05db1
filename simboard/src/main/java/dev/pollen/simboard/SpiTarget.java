// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

/**
 * A device on an SPI bus. It is called on the executor's thread, at the times at which things happen on the bus; it must
 * not throw.
 */
public interface SpiTarget {
    /** The chip select has gone low. */
    void select();

    /**
     * A byte was exchanged.
     *
     * @param sent what the firmware has sent, 0 to 255
     * @return what the device has sent meanwhile; the lower 8 bits count
     */
    int exchange(int sent);

    /** The chip select has gone high. */
    void deselect();
}
