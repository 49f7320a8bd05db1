// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Increments before, in and after operands that are awaits. */
final class IncrementOrder {
    private IncrementOrder() {}

    @Async
    static Future<String> box() {
        int i = 1;
        int a = i++ + await(Leaf.of(i++)) * ++i;
        int b = i-- - (i = await(Leaf.of(10))) + i;
        long l = 3;
        l += l++ + await(Leaf.of(l));
        return Future.ready(a == 9 && b == 4 && l == 10 && i == 10 ? "OK" : a + " " + b + " " + l + " " + i);
    }
}
