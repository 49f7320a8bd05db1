// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Parameters and variables that change afterwards: the block has the copy that was made for it. */
final class BlockReassigned {
    private BlockReassigned() {}

    @Async
    static Future<String> work(int n, String s) {
        int copy = n;
        Future.OfInt early = asyncInt(() -> Future.ready(copy + await(Leaf.of(1))));
        n = 50;
        String kept = s;
        s = await(Leaf.of("changed"));
        String r = await(async(() -> Future.ready(kept + await(Leaf.of("x")))));
        return Future.ready(r + s + n + await(early));
    }

    @Async
    static Future<String> box() {
        String r = await(work(1, "a"));
        return Future.ready(r.equals("axchanged502") ? "OK" : r);
    }
}
