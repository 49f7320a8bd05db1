// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks in code that javac leaves out: it has written their bodies by then, which nothing refers to. */
final class BlockLeftOut {
    private static final boolean NEVER = false;

    private BlockLeftOut() {}

    @Async
    static Future<String> box() {
        String r = "";
        if (NEVER) {
            r += await(async(() -> {
                log("NEVER");
                return Future.ready("n" + await(Leaf.of("n")));
            }));
        }
        for (int i = 0; i < 2; i++) {
            r += await(Leaf.of(i));
            if (true) {
                continue;
            }
            int turn = i;
            r += await(asyncInt(() -> Future.ready(turn + await(asyncInt(() -> Future.ready(await(Leaf.of(turn))))))));
        }
        r += await(async(() -> Future.ready(await(Leaf.of("x")))));
        return Future.ready(r.equals("01x") ? "OK" : r);
    }
}
