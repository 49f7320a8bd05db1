// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Calls of async methods inside the arguments of others, with wide arguments. */
final class NestedCalls {
    private NestedCalls() {}

    @Async
    static Future.OfLong add(long a, int b, double c) {
        return Future.ready(a + b + (long) c + await(Leaf.of(0)));
    }

    @Async
    static Future<String> box() {
        long r = await(add(await(add(1L, 2, 3.0)), (int) await(add(await(Leaf.of(4L)), 5, 6.0)), await(Leaf.of(7.0))));
        return Future.ready(r == 28 ? "OK" : "r " + r);
    }
}
