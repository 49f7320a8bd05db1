// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A block in a finally block stands in the class file twice and is one block. */
final class BlockInFinally {
    private BlockInFinally() {}

    @Async
    static Future<String> work(int n) {
        String[] r = {""};
        for (int i = 0; i < 3; i++) {
            int turn = i;
            try {
                if (i == n) {
                    continue;
                }
                r[0] += await(Leaf.of("t" + i));
                if (i == 2) {
                    return Future.ready(r[0]);
                }
            } finally {
                r[0] += await(async(() -> Future.ready("f" + await(Leaf.of(turn)))));
                log(r[0]);
            }
        }
        return Future.ready(r[0]);
    }

    @Async
    static Future<String> box() {
        String r = await(work(1)) + await(work(2));
        return Future.ready(r.equals("t0f0f1t2t0f0t1f1f2") ? "OK" : r);
    }
}
