// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Loop conditions of several awaits, assignments in conditions, and constant conditions. */
final class WhileConditions {
    private WhileConditions() {}

    private static int left = 3;

    @Async
    static Future.OfInt next() {
        await(Leaf.nothing());
        return Future.ready(left--);
    }

    @Async
    static Future<String> box() {
        left = 3;
        int n;
        String r = "";
        while ((n = await(next())) > 0 && (n != 2 || await(Leaf.of(true)))) {
            r += n;
        }
        while (await(Leaf.of(r.length())) < 5 && !(await(Leaf.of(false)) || r.endsWith("z"))) {
            r += "z";
        }
        final boolean go = true;
        while (go) {
            if (await(Leaf.of(go))) {
                break;
            }
        }
        return Future.ready(r.equals("321z") ? "OK" : r);
    }
}
