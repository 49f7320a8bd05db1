// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Futures in variables that are never awaited: they are cancelled when the frame ends. */
// woven only
// expect: make 1=7; make 2=1; make 3=3; end of body; cancel 3; finally of lent -> value OK
// cancel 1: make 1=7; make 2=1; cancel 1; cancel 2; finally of lent -> cancelled
final class LeftBehind {
    private LeftBehind() {}

    @Async
    static Future.OfInt lent() {
        try {
            return Future.ready(await(Leaf.of(1)) + await(Leaf.of(3)));
        } finally {
            log("finally of lent");
        }
    }

    @Async
    static Future<String> box() {
        var unpolled = lent();
        var lent = lent();
        var r = await(select(borrow(lent), Leaf.of(7)));
        log("end of body");
        return Future.ready(r.isFirst() && await(unpolled) < 0 ? "no" : "OK");
    }
}
