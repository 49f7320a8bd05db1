// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.simboard.DevKit;
import dev.pollen.time.Delay;

/**
 * Work for the processor: what takes time and nothing else. It toggles a pin, to be seen on an oscilloscope; on the virtual
 * clock, where code takes no time, each step moves the clock.
 */
public final class Work {
    private static final String PIN = "PD7";

    private final Output pin;
    private int sum;

    /**
     * Work that toggles pin PD7.
     *
     * @param kit the board
     */
    public Work(DevKit kit) {
        pin = kit.board().output(kit.board().peripherals().take(PIN), Level.LOW);
    }

    /**
     * Takes 100 microseconds.
     *
     * @param i what it is about
     */
    public void heavyComputation(int i) {
        sum += i;
        Delay.blockForMicros(100);
        pin.toggle();
    }

    /**
     * Takes 10 microseconds for each byte.
     *
     * @param data where the bytes are
     * @param from the first
     * @param count how many
     */
    public void processChunk(byte[] data, int from, int count) {
        for (int i = from; i < from + count; i++) {
            sum += data[i];
        }
        Delay.blockForMicros(10L * count);
        pin.toggle();
    }
}
