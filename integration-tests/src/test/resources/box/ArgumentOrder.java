// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Arguments are evaluated from left to right, each once, around awaits. */
final class ArgumentOrder {
    private ArgumentOrder() {}

    private static String all(int a, long b, String c, Object... d) {
        return a + "," + b + "," + c + "," + d.length;
    }

    private static int tick(String name) {
        log(name);
        return 1;
    }

    @Async
    static Future<String> box() {
        int[] counter = {0};
        String r = all(tick("a") + counter[0]++, await(Leaf.of(5L)) + counter[0]++, "s" + tick("c") + await(Leaf.of(2)) + counter[0]++,
                tick("d"), await(Leaf.of("e")), counter[0]++);
        return Future.ready(r.equals("1,6,s122,3") && counter[0] == 4 ? "OK" : r);
    }
}
