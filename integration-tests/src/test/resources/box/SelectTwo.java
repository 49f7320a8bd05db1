// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** select of two: the first that is ready wins, primitive results are read without boxing. */
// woven only
final class SelectTwo {
    private SelectTwo() {}

    @Async
    static Future.OfInt slow(int x) {
        return Future.ready(await(Leaf.of(x)) + await(Leaf.of(0)));
    }

    @Async
    static Future.OfLong fast(long x) {
        return Future.ready(x);
    }

    @Async
    static Future<String> box() {
        var r = await(select(slow(1), fast(2L)));
        long n = r.isFirst() ? r.first().getAsInt() : r.second().getAsLong() * 10;
        var t = await(select(Leaf.of("a"), Leaf.of(true)));
        String s = t.isFirst() ? t.first().get() : "" + t.second().getAsBoolean();
        boolean expected = n == 20 || n == 1;
        return Future.ready(expected && s.equals("a") ? "OK" : n + s);
    }
}
