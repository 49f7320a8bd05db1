// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** select of join of select, and what is read out of the inner ones. */
// woven only
final class NestedCombinators {
    private NestedCombinators() {}

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(await(Leaf.of(x)));
    }

    @Async
    static Future<String> never() {
        for (;;) {
            await(Leaf.nothing());
            await(Leaf.nothing());
            await(Leaf.nothing());
            if (await(Leaf.of(false))) {
                return Future.ready("ended");
            }
            for (int i = 0; i < 20; i++) {
                await(Leaf.nothing());
            }
            return Future.ready("late");
        }
    }

    @Async
    static Future<String> box() {
        var r = await(select(join(one(1), select(one(2), one(3))), join(one(4), never())));
        if (!r.isFirst()) {
            return Future.ready("second");
        }
        var inner = r.first().second();
        int sum = r.first().first().getAsInt() + (inner.isFirst() ? inner.first().getAsInt() : 100);
        return Future.ready(sum == 3 ? "OK" : "sum " + sum);
    }
}
