// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Loops in blocks with jumps, and the same block in a loop with other captures. */
final class BlockLoops {
    private BlockLoops() {}

    private static final String EXPECTED = "01;00122;0001232463;";

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 1; i < 4; i++) {
            int limit = i;
            r += await(async(() -> {
                String s = "";
                outer:
                for (int a = 0; ; a++) {
                    for (int b : new int[] {1, 2, 3}) {
                        if (b > limit) {
                            continue outer;
                        }
                        s += await(Leaf.of(a * b));
                        if (a == limit) {
                            break outer;
                        }
                    }
                }
                return Future.ready(s + ";");
            }));
        }
        return Future.ready(r.equals(EXPECTED) ? "OK" : r);
    }
}
