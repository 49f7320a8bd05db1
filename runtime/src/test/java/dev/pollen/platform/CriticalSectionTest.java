// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.testing.Threads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One thread at a time. */
@Timeout(120)
final class CriticalSectionTest {
    private static final int ROUNDS = 200_000;

    private final CriticalSection section = new CriticalSection();
    private long count;

    private void countUp() {
        for (int i = 0; i < ROUNDS; i++) {
            section.enter();
            count++;
            section.exit();
        }
    }

    @Test
    void plainWritesInsideAreNotLost() throws Exception {
        Threads.run(this::countUp, this::countUp, this::countUp);
        assertEquals(3 * ROUNDS, count);
    }
}
