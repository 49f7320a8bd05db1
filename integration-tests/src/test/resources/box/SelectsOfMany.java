// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** select of four to eight: whichever child is the quickest wins, and is read with its own type. */
// woven only
final class SelectsOfMany {
    private SelectsOfMany() {}

    @Async
    static Future.OfInt wait(int turns) {
        for (int i = 0; i < turns; i++) {
            await(Leaf.nothing());
        }
        return Future.ready(turns);
    }

    @Async
    static Future<String> text(int turns) {
        await(wait(turns));
        return Future.ready("t" + turns);
    }

    /** How long the child at a place takes when another one is to win. */
    private static int turns(int place, int winner) {
        return place == winner ? 1 : 3 + place;
    }

    @Async
    static Future<String> box() {
        String won = "";
        for (int w = 0; w < 4; w++) {
            var r = await(select(wait(turns(0, w)), text(turns(1, w)), wait(turns(2, w)), text(turns(3, w))));
            won += r.isFirst() ? r.first().getAsInt()
                    : r.isSecond() ? r.second().get()
                    : r.isThird() ? r.third().getAsInt()
                    : r.fourth().get();
        }
        var five = await(select(wait(9), wait(8), wait(7), wait(6), text(1)));
        won += five.isFifth() ? five.fifth().get() : "not the fifth";
        var six = await(select(wait(9), wait(8), wait(7), wait(6), text(4), wait(1)));
        won += six.isSixth() ? six.sixth().getAsInt() : "not the sixth";
        var seven = await(select(wait(9), wait(8), wait(7), wait(6), text(4), wait(5), text(1)));
        won += seven.isSeventh() ? seven.seventh().get() : "not the seventh";
        for (int w = 0; w < 8; w += 7) {
            var r = await(select(
                    wait(turns(0, w)),
                    wait(turns(1, w)),
                    text(turns(2, w)),
                    wait(turns(3, w)),
                    wait(turns(4, w)),
                    text(turns(5, w)),
                    wait(turns(6, w)),
                    text(turns(7, w))));
            won += switch (r.index()) {
                case 0 -> "first" + r.first().getAsInt();
                case 7 -> "eighth" + r.eighth().get();
                default -> "index " + r.index();
            };
        }
        return Future.ready(won.equals("1t11t1t11t1first1eightht1") || won.equals("3333") ? "OK" : atOnce(won));
    }

    /** Leaves that are ready at once let the first child win each time. */
    private static String atOnce(String won) {
        return won.equals("1333not the fifthnot the sixthnot the seventhfirst1first3") ? "OK" : won;
    }
}
