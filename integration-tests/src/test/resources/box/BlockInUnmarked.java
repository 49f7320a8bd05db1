// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;

/** Ordinary methods make blocks and hand them on; nothing runs until somebody awaits. */
final class BlockInUnmarked {
    private BlockInUnmarked() {}

    private static Future<String> make(String s) {
        log("make " + s);
        String t = s + s;
        return async(() -> Future.ready(t + await(Leaf.of(1))));
    }

    private static int blocking(int n) {
        return Pollen.blockOn(async(() -> Future.ready(await(Leaf.of(n)) + 1)));
    }

    private static List<Future<String>> several(int n) {
        List<Future<String>> futures = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int turn = i;
            futures.add(async(() -> Future.ready("s" + await(Leaf.of(turn)))));
        }
        return futures;
    }

    @Async
    static Future<String> box() {
        Future<String> made = make("m");
        String r = "";
        for (Future<String> future : several(3)) {
            r += await(future);
        }
        r += await(made);
        return Future.ready(r.equals("s0s1s2mm1") ? "OK" : r);
    }
}
