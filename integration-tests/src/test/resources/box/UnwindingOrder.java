// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Losers and children unwind before the frame does, finally blocks run once. */
// woven only
// cancel 1: make 1=inner; make 2=lose; cancel 1; finally inner; cancel 2; finally lose; finally box -> cancelled
final class UnwindingOrder {
    private UnwindingOrder() {}

    @Async
    static Future<String> guarded(String name) {
        try {
            return Future.ready(await(Leaf.of(name)));
        } finally {
            log("finally " + name);
        }
    }

    @Async
    static Future<String> box() {
        try {
            var r = await(select(guarded("inner"), guarded("lose")));
            return Future.ready(r.isFirst() ? "OK" : "second");
        } finally {
            log("finally box");
        }
    }
}
