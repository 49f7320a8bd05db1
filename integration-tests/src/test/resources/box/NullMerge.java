// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Iterator;
import java.util.List;

/** A variable that is null on one path and an object on the other, either order. */
final class NullMerge {
    private NullMerge() {}

    @Async
    static Future<String> box() {
        String a = null;
        Iterator<String> it = null;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            if (it == null) {
                await(Leaf.nothing());
                it = List.of("p", "q", "r").iterator();
            } else {
                a = a == null ? await(Leaf.of("first")) : a + await(Leaf.of(i));
            }
            text.append(it.next()).append(a);
        }
        String b = await(Leaf.of(1)) == 1 ? null : "b";
        await(Leaf.nothing());
        text.append(b);
        return Future.ready(text.toString().equals("pnullqfirstrfirst2null") ? "OK" : text.toString());
    }
}
