// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.map;
import static dev.pollen.futures.Futures.pending;
import static dev.pollen.futures.Futures.pollFn;
import static dev.pollen.futures.Futures.pollOnce;
import static dev.pollen.futures.Futures.pollValue;
import static dev.pollen.futures.Futures.ready;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Async;

/** pollOnce does not wait, pollFn asks, ready and pending are parts of combinators; what map makes of a join may be kept. */
// woven only
final class PolledOnce {
    private static Object kept;

    private PolledOnce() {}

    @Async
    static Future<String> box() {
        var r = await(pollOnce(Leaf.of("a")));
        String s = r.isReady() ? r.future().get() : "a";
        int turns = 0;
        var leaf = Leaf.of("b");
        for (; ; turns++) {
            var once = await(pollOnce(borrow(leaf)));
            if (once.isReady()) {
                s += once.future().get().get();
                break;
            }
        }
        log("turns " + turns);
        int[] count = {0};
        await(pollFn(cx -> {
            cx.pollAgain();
            return ++count[0] == 3 ? Poll.READY : Poll.PENDING;
        }));
        s += count[0];
        s += await(pollValue(cx -> {
            cx.pollAgain();
            return ++count[0] == 5 ? "five" : null;
        }));
        var never = await(select(pending(), Leaf.of("c"), pending()));
        s += never.second().get();
        var now = await(select(pending(), ready(7), Leaf.of("d")));
        s += now.second().getAsInt();
        kept = await(map(join(Leaf.of("e"), Leaf.of(4)), j -> j.first().get() + j.second().getAsInt()));
        s += kept;
        return Future.ready(s.equals("ab3fivec7e4") ? "OK" : s);
    }
}
