// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

/** Told of each byte that the firmware sends, when its stop bit is over. */
@FunctionalInterface
public interface ByteListener {
    /**
     * A byte has come.
     *
     * @param value the byte
     * @param time when, in nanoseconds of the executor's clock
     */
    void received(byte value, long time);
}
