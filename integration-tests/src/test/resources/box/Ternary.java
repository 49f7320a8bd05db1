// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in the three parts of a conditional expression, with boxing. */
final class Ternary {
    private Ternary() {}

    @Async
    static Future<String> box() {
        boolean yes = await(Leaf.of(true));
        int a = yes ? await(Leaf.of(1)) : 2;
        Integer b = !yes ? null : (Integer) await(Leaf.of(2));
        long c = await(Leaf.of(yes)) ? await(Leaf.of(3L)) : await(Leaf.of(4));
        Object d = b == null ? "null" : await(Leaf.of(yes ? "s" : "t"));
        return Future.ready((a + b + c + "" + d).equals("6s") ? "OK" : a + " " + b + " " + c + " " + d);
    }
}
