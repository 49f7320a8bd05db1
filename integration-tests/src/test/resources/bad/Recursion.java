// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Frames that would hold themselves. */
final class Recursion {
    private Recursion() {}

    @Async
    static Future.OfInt factorial(int n) {
        if (n < 2) {
            return Future.ready(1);
        }
        return Future.ready(n * await(factorial(n - 1))); // POLLEN-010
    }

    @Async
    static Future.OfInt even(int n) {
        return n == 0 ? Future.ready(1) : odd(n - 1); // POLLEN-010
    }

    @Async
    static Future.OfInt odd(int n) {
        return Future.ready(n == 0 ? 0 : await(even(n - 1))); // POLLEN-010
    }

    @Async
    static Future.OfInt loop(int n) {
        int product = 1;
        while (n > 1) {
            product *= await(Future.ready(n--));
        }
        return Future.ready(product);
    }
}
