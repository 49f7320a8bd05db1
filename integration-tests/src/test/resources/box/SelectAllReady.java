// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.selectAll;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** selectAll polls all children each time and reports each that is ready; the others are cancelled. */
// woven only
final class SelectAllReady {
    private SelectAllReady() {}

    @Async
    static Future.OfInt slow(int n) {
        try {
            await(Leaf.of(n));
            await(Leaf.of(n));
            await(Leaf.of(n));
        } finally {
            log("slow " + n + " ends");
        }
        return Future.ready(n);
    }

    @Async
    static Future<String> box() {
        var r = await(selectAll(Leaf.of(1), slow(2), Leaf.of("x")));
        boolean atOnce = r.isSecond();
        String s = r.index() + (r.isFirst() ? "a" + r.first().getAsInt() : "-") + (r.isThird() ? r.third().get() : "-");
        var q = await(selectAll(slow(4), join(Leaf.of(5), slow(6)), slow(7), Leaf.of("y"), Leaf.of("z")));
        s += q.isFifth() ? q.fourth().get() + q.fifth().get() : "-";
        s += q.isFirst() ? q.first().getAsInt() + q.second().second().getAsInt() : "-";
        return Future.ready(s.equals("0a1xyz-") || atOnce && s.equals("0a1xyz10") ? "OK" : s);
    }
}
