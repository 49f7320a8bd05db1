// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An argument throws after another one was placed; the code goes on. */
final class ExceptionsInArguments {
    private ExceptionsInArguments() {}

    @Async
    static Future.OfInt add(int a, int b) {
        return Future.ready(await(Leaf.of(a)) + b);
    }

    private static int thrower() {
        throw new IllegalArgumentException();
    }

    @Async
    static Future<String> box() {
        int n = 0;
        for (int i = 0; i < 2; i++) {
            try {
                n += await(add(await(add(1, 2)), thrower()));
            } catch (IllegalArgumentException e) {
                n += await(add(10, 20));
            }
        }
        return Future.ready(n == 60 ? "OK" : "n " + n);
    }
}
