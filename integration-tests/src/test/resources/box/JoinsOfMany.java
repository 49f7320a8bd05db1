// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** join of four to eight: all values, each of its own type; one that throws cancels those that are not complete. */
// woven only
final class JoinsOfMany {
    private JoinsOfMany() {}

    @Async
    static Future.OfLong sum(int turns) {
        long sum = 0;
        try {
            for (int i = 1; i <= turns; i++) {
                sum += await(Leaf.of(i));
            }
        } finally {
            log("sum of " + turns + " ends");
        }
        return Future.ready(sum);
    }

    @Async
    static Future<String> text(String s) {
        return Future.ready(await(Leaf.of(s)));
    }

    @Async
    static Future<String> box() {
        var four = await(join(sum(1), text("a"), Leaf.of(2.5), sum(2)));
        String s = four.first().getAsLong() + four.second().get() + four.third().getAsDouble()
                + four.fourth().getAsLong();
        var five = await(join(sum(1), sum(1), sum(1), sum(1), text("b")));
        s += five.fifth().get();
        var six = await(join(text("c"), sum(1), sum(1), sum(1), sum(1), text("d")));
        s += six.sixth().get() + six.first().get();
        var seven = await(join(sum(1), sum(2), sum(1), sum(2), sum(1), sum(2), text("e")));
        s += seven.seventh().get() + seven.sixth().getAsLong();
        var eight = await(
                join(sum(2), Leaf.of(true), sum(1), text("f"), join(text("g"), sum(1)), sum(2), text("h"), sum(3)));
        s += eight.eighth().getAsLong() + eight.seventh().get() + eight.fifth().first().get();
        return Future.ready(s.equals("1a2.53bdce36hg") ? "OK" : s);
    }
}
