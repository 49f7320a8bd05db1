// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import dev.pollen.executor.RunOrder;
import java.util.Random;

/** Picks at random, the same each time for the same seed: the algorithm of {@link Random} is specified. */
final class SeededOrder implements RunOrder {
    private final Random random;

    SeededOrder(long seed) {
        random = new Random(seed);
    }

    @Override
    public int pick(int ready) {
        return random.nextInt(ready);
    }
}
