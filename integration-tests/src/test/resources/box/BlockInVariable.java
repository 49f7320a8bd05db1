// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks kept in variables, awaited later, in another order, or never. */
final class BlockInVariable {
    private BlockInVariable() {}

    @Async
    @SuppressWarnings("pollen:043")
    static Future<String> box() {
        String x = await(Leaf.of("x"));
        Future<String> first = async(() -> {
            log("first");
            return Future.ready(x + await(Leaf.of(1)));
        });
        Future<String> second = async(() -> {
            log("second");
            return Future.ready(x + await(Leaf.of(2)));
        });
        var never = asyncInt(() -> {
            log("NEVER");
            return Future.ready(1);
        });
        String r = await(second) + await(first);
        Future<String> either = r.isEmpty() ? async(() -> Future.ready("e")) : async(() -> Future.ready("o" + await(Leaf.of(3))));
        r += await(either);
        for (int i = 0; i < 2; i++) {
            int turn = i;
            Future.OfInt block = asyncInt(() -> Future.ready(await(Leaf.of(turn * 10))));
            r += await(block);
        }
        return Future.ready(r.equals("x2x1o3010") ? "OK" : r);
    }
}
