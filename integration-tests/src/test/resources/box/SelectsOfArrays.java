// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.race;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.selectAll;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Combinators of arrays, whose length is known when they run. */
// woven only
final class SelectsOfArrays {
    private SelectsOfArrays() {}

    @Async
    static Future.OfInt slow(int turns) {
        try {
            for (int i = 0; i < turns; i++) {
                await(Leaf.nothing());
            }
            return Future.ready(turns);
        } finally {
            log("slow " + turns);
        }
    }

    private static Future.OfInt[] array(int... turns) {
        Future.OfInt[] array = new Future.OfInt[turns.length];
        for (int i = 0; i < turns.length; i++) {
            array[i] = slow(turns[i]);
        }
        return array;
    }

    @Async
    static Future<String> box() {
        var r = await(select(array(3, 2, 1, 4)));
        String s = r.index() + ":" + r.winner().getAsInt();
        var all = await(selectAll(array(2, 3, 2)));
        s += all.isReady(2) ? " " + (all.child(0).getAsInt() + all.child(2).getAsInt()) : " -";
        var joined = await(join(array(2, 1, 3)));
        int sum = 0;
        for (int i = 0; i < joined.size(); i++) {
            sum = sum * 10 + joined.child(i).getAsInt();
        }
        s += " " + sum + " " + await(race(array(3, 1)));
        return Future.ready(s.equals("2:1 4 213 1") || s.equals("0:3 4 213 3") ? "OK" : s);
    }
}
