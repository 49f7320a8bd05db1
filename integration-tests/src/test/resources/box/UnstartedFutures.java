// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A call runs nothing: futures that are never polled leave no trace. */
// woven only
// expect: make 1=go -> value OK
final class UnstartedFutures {
    private UnstartedFutures() {}

    @Async
    static Future.OfInt loud(int x) {
        log("loud " + x);
        return Future.ready(await(Leaf.of(x)));
    }

    @Async
    @SuppressWarnings("pollen:043")
    static Future<String> box() {
        loud(1);
        var kept = loud(2);
        if (await(Leaf.of("go")).isEmpty()) {
            await(kept);
        }
        return Future.ready("OK");
    }
}
