// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A future of a method that can be overridden, kept in a variable and left behind. */
// woven only
final class OverridableKept {
    private OverridableKept() {}

    static class Base {
        @Async
        Future.OfInt work(int x) {
            try {
                return Future.ready(await(Leaf.of(x)) + await(Leaf.of(0)));
            } finally {
                log("finally " + x);
            }
        }
    }

    @Async
    static Future<String> box() {
        Base base = new Base();
        for (int i = 0; i < 3; i++) {
            var f = base.work(i);
            var r = await(select(borrow(f), Leaf.of("quick")));
            log(r.isFirst() ? "first" : "second");
        }
        log("end");
        return Future.ready("OK");
    }
}
