// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Two recursive calls that run at the same time: a tree of frames. */
// woven only
final class RecursiveFibonacci {
    private RecursiveFibonacci() {}

    @Async(maxDepth = 5)
    static Future.OfInt fibonacci(int n) {
        if (n < 2) {
            return Future.ready(await(Leaf.of(n)));
        }
        var both = await(join(fibonacci(n - 1), fibonacci(n - 2)));
        return Future.ready(both.first().getAsInt() + both.second().getAsInt());
    }

    @Async(maxDepth = 5)
    static Future.OfInt oneByOne(int n) {
        return Future.ready(n < 2 ? await(Leaf.of(n)) : await(oneByOne(n - 1)) + await(oneByOne(n - 2)));
    }

    @Async
    static Future<String> box() {
        int a = await(fibonacci(5));
        int b = await(oneByOne(5));
        return Future.ready(a == 5 && b == 5 ? "OK" : a + " " + b);
    }
}
