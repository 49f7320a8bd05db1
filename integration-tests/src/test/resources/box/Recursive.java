// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The same method several levels deep through different methods. */
final class Recursive {
    private Recursive() {}

    @Async
    static Future.OfInt third(int x) {
        log("third " + x);
        return Future.ready(await(Leaf.of(x)) + await(Leaf.of(1)));
    }

    @Async
    static Future.OfInt second(int x) {
        return Future.ready(await(third(x)) + await(third(x + 1)));
    }

    @Async
    static Future.OfInt first(int x) {
        return Future.ready(await(second(x)) * await(second(x + 1)));
    }

    @Async
    static Future<String> box() {
        int r = await(first(1));
        return Future.ready(r == 35 ? "OK" : "r " + r);
    }
}
