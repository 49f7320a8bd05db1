// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The measure bites: what it finds to be nothing is nothing. */
final class AllocationTest {
    private static final int ROUNDS = 1_000;
    private Object kept;
    private int round;

    @Test
    void seesOneObjectPerRound() {
        assertTrue(Allocation.bytes(() -> kept = new Object()) >= 16 * ROUNDS);
    }

    @Test
    void seesOneObjectPerWindow() {
        long bytes = Allocation.bytes(() -> {
            if (++round % ROUNDS == 0) {
                kept = new Object();
            }
        });
        assertTrue(bytes >= 8 && bytes <= 24, () -> bytes + " bytes");
    }

    @Test
    void seesNothingWhereThereIsNothing() {
        assertEquals(0, Allocation.bytes(() -> round++));
    }
}
