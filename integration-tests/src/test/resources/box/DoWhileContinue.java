// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** continue in do/while goes to the condition, which awaits. */
final class DoWhileContinue {
    private DoWhileContinue() {}

    @Async
    static Future<String> box() {
        String r = "";
        int i = 0;
        do {
            i++;
            if (await(Leaf.of(i)) == 2) {
                continue;
            }
            do {
                r += i;
                if (i == 3) {
                    break;
                }
            } while (await(Leaf.of(false)));
            r += ",";
        } while (await(Leaf.of(i)) < 4);
        do {
            r += await(Leaf.of("once"));
        } while (false);
        return Future.ready(r.equals("1,3,4,once") ? "OK" : r);
    }
}
