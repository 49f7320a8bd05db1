// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Increments of boxes, of fields and of elements whose place is found by awaits. */
final class BoxedIncrements {
    private BoxedIncrements() {}

    private int count = 5;
    private Long boxed = 6L;
    private static byte small = 127;

    @Async
    private Future<BoxedIncrements> me() {
        return Future.ready(await(Leaf.of(this)));
    }

    @Async
    private Future<String> work() {
        Integer i = await(Leaf.of(1));
        int a = i++ + await(Leaf.of(i)) + ++i;
        int b = await(me()).count++ + --await(me()).count;
        long c = await(me()).boxed-- * 2;
        Character[] chars = {'x'};
        chars[await(Leaf.of(0))]++;
        double[] doubles = {1.5};
        double d = doubles[await(Leaf.of(0))]++ + ++doubles[0];
        small = 127;
        small++;
        int e = -await(Leaf.of(4)) + ~await(Leaf.of(4)) - +await(Leaf.of(1));
        return Future.ready(a + " " + b + " " + c + " " + boxed + chars[0] + d + small + e);
    }

    @Async
    static Future<String> box() {
        String r = await(new BoxedIncrements().work());
        return Future.ready(r.equals("6 10 12 5y5.0-128-10") ? "OK" : r);
    }
}
