// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A future in a variable that is lent to select in a loop until it is ready. */
// woven only
final class BorrowLoop {
    private BorrowLoop() {}

    @Async
    static Future<String> slow() {
        for (int i = 0; i < 5; i++) {
            await(Leaf.of(i));
        }
        log("slow ends");
        return Future.ready("OK");
    }

    @Async
    static Future<String> box() {
        var slow = slow();
        int turns = 0;
        while (true) {
            var r = await(select(borrow(slow), Leaf.of(turns)));
            if (r.isFirst()) {
                return Future.ready(slow.get());
            }
            turns++;
            if (turns > 100) {
                return Future.ready("lost");
            }
        }
    }
}
