// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

/** Random numbers that allocate nothing; the same ones for the same seed. */
final class Dice {
    private long state;

    Dice(long seed) {
        // Neighbouring seeds give unlike numbers, and none gives 0.
        state = (seed + 1) * 0x9E3779B97F4A7C15L | 1;
    }

    /** A number from 0 to below a limit. */
    int below(int limit) {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (int) ((state >>> 33) % limit);
    }

    /** True once in so many times. */
    boolean once(int in) {
        return below(in) == 0;
    }

    /** Other dice, for somebody else. */
    Dice another() {
        return new Dice(below(Integer.MAX_VALUE));
    }
}
