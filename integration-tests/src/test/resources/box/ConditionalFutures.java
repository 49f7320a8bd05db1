// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits of one of several futures: of two calls, of a call and a parameter, of null. */
final class ConditionalFutures {
    private ConditionalFutures() {}

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(await(Leaf.of(x)));
    }

    @Async
    static Future.OfInt two(int x) {
        await(Leaf.nothing());
        return Future.ready(x * 2);
    }

    @Async
    static Future.OfInt choose(boolean first, Future.OfInt given) {
        int a = await(first ? one(1) : two(2));
        int b = await(first ? given : one(3));
        int c = await(
                switch (a) {
                    case 1 -> one(10);
                    case 4 -> one(20);
                    default -> Leaf.of(30);
                });
        return Future.ready(a + b + c);
    }

    @Async
    static Future<String> box() {
        int n = await(choose(true, Leaf.of(100))) + await(choose(false, null));
        try {
            await(n > 0 ? null : one(1));
        } catch (NullPointerException e) {
            return Future.ready(n == 138 ? "OK" : "n " + n);
        }
        return Future.ready("no exception");
    }
}
