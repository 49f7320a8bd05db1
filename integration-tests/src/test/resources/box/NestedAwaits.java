// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** await of await: futures of futures. */
// woven only: blocking, inner would run before its leaf is made
final class NestedAwaits {
    private NestedAwaits() {}

    @Async
    static Future<Future<String>> inner(String s) {
        return Future.of(Leaf.of(await(Leaf.of(s))));
    }

    @Async
    static Future<String> box() {
        String a = await(await(inner("O")));
        String b = await(await(await(Leaf.of(inner("K")))));
        return Future.ready(a + b);
    }
}
