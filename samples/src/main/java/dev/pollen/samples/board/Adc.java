// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

/**
 * A converter with a triangular wave at its input: 20 readings up and down between 5 and 95 percent. The readings are
 * made once.
 */
public final class Adc {
    private static final int PERIOD = 20;

    private final Reading[] wave = new Reading[PERIOD];
    private int next;

    Adc() {
        for (int i = 0; i < PERIOD; i++) {
            int distance = Math.abs(PERIOD / 2 - i);
            wave[i] = new Reading(95 - 9 * distance);
        }
    }

    /**
     * Reads the input.
     *
     * @return the next point of the wave
     */
    public Reading read() {
        Reading reading = wave[next];
        next = (next + 1) % PERIOD;
        return reading;
    }
}
