// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Endless blocks, which have no return at all, end with what they throw. */
final class BlockEndless {
    private BlockEndless() {}

    @Async
    static Future<String> box() {
        int[] n = {0};
        String r = "";
        try {
            await(async(() -> {
                for (; ; ) {
                    n[0] += await(Leaf.of(1));
                    if (n[0] == 3) {
                        throw new IllegalStateException("three");
                    }
                }
            }));
        } catch (IllegalStateException e) {
            r = e.getMessage();
        }
        try {
            await(asyncInt(() -> {
                while (true) {
                    log("turn " + await(Leaf.of(n[0])));
                    if (n[0]++ > 4) {
                        throw new IllegalStateException("more");
                    }
                }
            }));
        } catch (IllegalStateException e) {
            r += e.getMessage() + n[0];
        }
        return Future.ready(r.equals("threemore6") ? "OK" : r);
    }
}
