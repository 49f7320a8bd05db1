// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.race;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** race gives the value of the first of several futures of one type; it may be kept, as it is no view. */
// woven only
final class RacesOfMany {
    private static Object kept;

    private RacesOfMany() {}

    @Async
    static Future<String> after(int turns, String s) {
        try {
            for (int i = 0; i < turns; i++) {
                await(Leaf.nothing());
            }
            return Future.ready(s);
        } finally {
            log("after " + s);
        }
    }

    @Async
    static Future<String> box() {
        String s = await(race(after(3, "a"), after(1, "b")));
        s += await(race(after(1, "c"), Leaf.of("d"), race(after(2, "e"), after(2, "f"))));
        kept = await(race(after(9, "1"), after(8, "2"), after(7, "3"), after(1, "4"), after(6, "5"), after(5, "6")));
        Number n = await(race(Leaf.of(7), Leaf.of(8L)));
        s += kept + "" + n;
        int i = await(race(Leaf.of(1), Leaf.of(2), race(Leaf.of(3), Leaf.of(4))));
        long l = await(race(Leaf.of(5L), Leaf.of(6L)));
        Future.OfInt[] array = {Leaf.of(8), Leaf.of(9)};
        s += i + l + await(race(array));
        return Future.ready(s.equals("bc4714") || s.equals("ac1714") ? "OK" : s);
    }
}
