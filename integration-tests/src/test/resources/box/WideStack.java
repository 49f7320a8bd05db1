// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Longs, doubles and references below an await on the stack. */
final class WideStack {
    private WideStack() {}

    @Async
    static Future<String> box() {
        long a = 1L << 35;
        double d = 0.5;
        int[] ints = {1, 2, 3};
        double r = a + d * (ints[1] + await(Leaf.of(2L)) * (d - await(Leaf.of(0.25)) / (a - await(Leaf.of(a - 1)))));
        float f = 2.5f * await(Leaf.of(2)) + (float) await(Leaf.of(1.0));
        boolean less = a < await(Leaf.of(a + 1)) && d >= await(Leaf.of(0.5));
        return Future.ready(r == a + 0.5 * (2 + 2 * 0.25) && f == 6 && less ? "OK" : r + " " + f + " " + less);
    }
}
