// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Labelled break and continue out of nested loops with awaits. */
final class LabelledJumps {
    private LabelledJumps() {}

    @Async
    static Future<String> box() {
        int count = 0;
        outer:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; ; j++) {
                if (await(Leaf.of(j)) > i) {
                    continue outer;
                }
                if (i == 2 && j == 1) {
                    log("leave");
                    break outer;
                }
                count += await(Leaf.of(1));
            }
        }
        block:
        {
            if (await(Leaf.of(true))) {
                break block;
            }
            log("not here");
        }
        return Future.ready(count == 4 ? "OK" : "count " + count);
    }
}
