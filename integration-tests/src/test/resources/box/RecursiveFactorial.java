// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A method that awaits itself, with a bound. */
final class RecursiveFactorial {
    private RecursiveFactorial() {}

    @Async(maxDepth = 6)
    static Future.OfLong factorial(int n) {
        if (n < 2) {
            return Future.ready(1L);
        }
        int before = await(Leaf.of(n));
        long rest = await(factorial(n - 1));
        return Future.ready(before * rest);
    }

    @Async
    static Future<String> box() {
        long a = await(factorial(6));
        long b = await(factorial(3));
        return Future.ready(a == 720 && b == 6 ? "OK" : a + " " + b);
    }
}
