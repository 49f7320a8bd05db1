// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

/**
 * What a sensor measured. All that there can be are made once: they go through channels without a heap.
 *
 * @param percent of full scale, 0 to 100
 */
public record Reading(int percent) {
    private static final Reading[] ALL = new Reading[101];

    static {
        for (int percent = 0; percent < ALL.length; percent++) {
            ALL[percent] = new Reading(percent);
        }
    }

    /**
     * A reading.
     *
     * @param percent of full scale, 0 to 100
     * @return the reading of that value, always the same object
     */
    public static Reading of(int percent) {
        return ALL[percent];
    }
}
