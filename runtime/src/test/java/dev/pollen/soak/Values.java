// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

/** Values that are there before anybody plays: a player that sends one makes nothing. */
final class Values {
    /** More than any game sends. */
    static final int COUNT = 4096;

    private static final Integer[] BOXED = new Integer[COUNT];

    static {
        for (int i = 0; i < COUNT; i++) {
            BOXED[i] = i;
        }
    }

    private Values() {}

    static Integer of(int value) {
        return BOXED[value];
    }
}
