// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks as children of select, in a loop, beside a borrowed future: the loser is unwound. */
// woven only
final class BlockInSelect {
    private BlockInSelect() {}

    @Async
    static Future<String> box() {
        String r = "";
        Future<String> late = async(() -> {
            for (int i = 0; i < 4; i++) {
                await(Leaf.of(i));
            }
            return Future.ready("late");
        });
        for (int i = 0; i < 20; i++) {
            int turn = i;
            var s = await(select(
                    async(() -> {
                        try {
                            return Future.ready("t" + await(Leaf.of(turn)));
                        } finally {
                            log("end of " + turn);
                        }
                    }),
                    borrow(late)));
            if (s.isSecond()) {
                r += s.second().get().get();
                break;
            }
            r = s.first().get();
        }
        return Future.ready(r.endsWith("late") || r.equals("t19") ? "OK" : r);
    }
}
