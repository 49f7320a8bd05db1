// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Futures in variables: started when awaited, in any order, in loops, on several paths. */
// woven only
final class KeptFutures {
    private KeptFutures() {}

    @Async
    static Future.OfInt one(int x) {
        log("run " + x);
        return Future.ready(await(Leaf.of(x)));
    }

    @Async
    static Future<String> box() {
        var a = one(1);
        Future.OfInt b = one(2);
        int n = await(b) * 10 + await(a);
        Future.OfInt c = n > 0 ? one(3) : one(4);
        n = n * 10 + await(c);
        for (int i = 0; i < 3; i++) {
            var d = one(i);
            if (i != 1) {
                n += await(d);
            }
        }
        Future.OfInt previous = Future.ready(0);
        for (int i = 0; i < 3; i++) {
            var current = one(i);
            n += await(previous);
            previous = current;
        }
        return Future.ready(n == 216 ? "OK" : "n " + n);
    }
}
