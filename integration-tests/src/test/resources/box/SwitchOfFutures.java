// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The future itself is the value of a switch or of nested conditionals, and is awaited as such. */
final class SwitchOfFutures {
    private SwitchOfFutures() {}

    @Async
    static Future<String> one(String s) {
        return Future.ready("1" + await(Leaf.of(s)));
    }

    @Async
    static Future<String> two(String s, int n) {
        return Future.ready("2" + s + await(Leaf.of(n)));
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; i < 4; i++) {
            r += await(switch (i) {
                case 0 -> one("a");
                case 1 -> two("b", i);
                case 2 -> Leaf.of("leaf");
                default -> {
                    String s = await(one("in"));
                    yield two(s, await(Leaf.of(5)));
                }
            });
            r += await(i > 2 ? one("x") : i > 1 ? two("y", 0) : Future.ready("z"));
        }
        return Future.ready(r.equals("1az2b1zleaf2y021in51x") ? "OK" : r);
    }
}
