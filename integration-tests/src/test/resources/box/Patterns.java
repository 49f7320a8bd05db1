// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Pattern variables that live over awaits. */
final class Patterns {
    private Patterns() {}

    @Async
    static Future.OfInt length(Object o) {
        if (o instanceof String s && await(Leaf.of(s.length())) > 1) {
            return Future.ready(s.length() + await(Leaf.of(0)));
        }
        if (!(o instanceof Integer i)) {
            return Future.ready(-1);
        }
        await(Leaf.nothing());
        return Future.ready((int) i);
    }

    @Async
    static Future<String> box() {
        int sum = await(length("abc")) + await(length(40)) + await(length('c'));
        return Future.ready(sum == 42 ? "OK" : "sum " + sum);
    }
}
