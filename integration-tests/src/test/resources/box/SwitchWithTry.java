// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A switch expression with try inside, below other values on the stack. */
final class SwitchWithTry {
    private SwitchWithTry() {}

    private static int parse(String s) {
        return Integer.parseInt(s);
    }

    @Async
    static Future<String> box() {
        String s = await(Leaf.of("12x"));
        int base = 1000;
        int r = base + switch (await(Leaf.of(s.length()))) {
            case 3 -> {
                try {
                    yield parse(await(Leaf.of(s)));
                } catch (NumberFormatException e) {
                    yield await(Leaf.of(7));
                } finally {
                    log("finally " + await(Leaf.of(8)));
                }
            }
            default -> 0;
        };
        return Future.ready(r == 1007 ? "OK" : "r " + r);
    }
}
