// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Two methods that await each other; one of them says how deep. */
final class MutualRecursion {
    private MutualRecursion() {}

    @Async(maxDepth = 4)
    static Future.OfBoolean even(int n) {
        log("even " + n);
        await(Leaf.of(n));
        return n == 0 ? Future.ready(true) : odd(n - 1);
    }

    @Async
    static Future.OfBoolean odd(int n) {
        log("odd " + n);
        return Future.ready(n != 0 && await(even(n - 1)));
    }

    @Async
    static Future<String> box() {
        boolean six = await(even(6));
        boolean five = await(odd(5));
        boolean four = await(odd(4));
        return Future.ready(six && five && !four ? "OK" : six + " " + five + " " + four);
    }
}
