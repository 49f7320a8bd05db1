// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Variables that one await keeps and the next does not, on paths that meet. */
final class DeadAndAlive {
    private DeadAndAlive() {}

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; i < 4; i++) {
            int a = i;
            String b = "b" + i;
            long c;
            if (i % 2 == 0) {
                a = await(Leaf.of(i + 10));
                r += b;
            } else {
                await(Leaf.nothing());
                b = null;
            }
            await(Leaf.of(i));
            if (i > 1) {
                c = await(Leaf.of((long) a));
                r += c;
            } else {
                c = -1;
                Object o = await(Leaf.of((Object) "o"));
                r += o;
            }
            await(Leaf.nothing());
            r += a + "" + c + " ";
        }
        return Future.ready(r.equals("b0o10-1 o1-1 b2121212 333 ") ? "OK" : r);
    }
}
