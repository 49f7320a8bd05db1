// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit.junit;

/** Stands below the exception of a test that failed, and says how to see it fail again. */
final class ReplayNote extends Exception {
    private static final long serialVersionUID = 1L;

    ReplayNote(long seed) {
        super(text(seed), null, false, false);
    }

    static String text(long seed) {
        return "ready tasks ran in an order of chance; the same order again: @Seed(" + seed + "L) or -D"
                + PollenExtension.SEED_PROPERTY + "=" + seed;
    }
}
