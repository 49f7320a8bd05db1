// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** More states than a byte push can name, in loops and branches. */
final class ManyAwaits {
    private ManyAwaits() {}

    @Async
    @SuppressWarnings("pollen:012")
    static Future<String> box() {
        int n = 0;
        for (int i = 0; i < 2; i++) {
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
            n += await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1)) + await(Leaf.of(1));
        }
        return Future.ready(n == 270 ? "OK" : "n " + n);
    }
}
