// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A future whose value is a future, awaited twice. */
// woven only
final class FuturesOfFutures {
    private FuturesOfFutures() {}

    @Async
    static Future<String> wrap(String s) {
        return Leaf.of("<" + s + ">");
    }

    @Async
    static Future<Future<String>> nested(String s) {
        return Future.ready(wrap(await(Leaf.of(s))));
    }

    @Async
    static Future<String> box() {
        String r = await(await(nested("a"))) + await(await(nested("b")));
        Future<String> kept = await(nested("c"));
        await(Leaf.nothing());
        r += await(kept);
        return Future.ready(r.equals("<a><b><c>") ? "OK" : r);
    }
}
