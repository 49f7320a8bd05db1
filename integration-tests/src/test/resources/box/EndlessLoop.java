// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A loop that only an exception leaves; the method has no return. */
final class EndlessLoop {
    private EndlessLoop() {}

    @Async
    static Future<String> endless(int limit) {
        int i = 0;
        for (;;) {
            log("turn " + i);
            if (await(Leaf.of(i++)) == limit) {
                throw new IllegalArgumentException("limit");
            }
        }
    }

    @Async
    static Future<String> box() {
        try {
            return Future.ready(await(endless(2)));
        } catch (IllegalArgumentException e) {
            return Future.ready(e.getMessage().equals("limit") ? "OK" : "" + e);
        }
    }
}
