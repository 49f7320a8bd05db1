// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

/**
 * A device on an I2C bus. It is called on the executor's thread, at the times at which things happen on the bus; it must
 * not throw.
 */
public interface I2cTarget {
    /**
     * It was addressed, by a start condition or a repeated one.
     *
     * @param read whether it is to be read, or written
     * @return whether it acknowledges
     */
    boolean start(boolean read);

    /**
     * A byte was written to it.
     *
     * @param value the byte, 0 to 255
     * @return whether it acknowledges
     */
    boolean write(int value);

    /**
     * A byte is read from it.
     *
     * @return what it sends; the lower 8 bits count
     */
    int read();

    /** The transfer is over. */
    void stop();
}
