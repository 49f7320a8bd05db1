// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Variables that one turn of a loop assigns in try, and the handler of a later turn reads. */
final class LoopVariablesInCatch {
    private LoopVariablesInCatch() {}

    @Async
    static Future<String> box() {
        String r = "";
        int last = -1;
        Object found = null;
        for (int i = 0; i < 4; i++) {
            int before = last;
            try {
                last = i;
                if (i % 2 == 1) {
                    found = "f" + await(Leaf.of(i));
                    last = await(Leaf.of(10 + i));
                    throw new IllegalStateException();
                }
                last = await(Leaf.of(20 + i));
            } catch (IllegalStateException e) {
                r += before + ":" + last + found + await(Leaf.of(" "));
            } catch (Leaf.Failure e) {
                r += before + "!" + last + found;
                last = await(Leaf.of(20 + i));
            }
        }
        return Future.ready(r.equals("20:11f1 22:13f3 ") ? "OK" : r);
    }
}
