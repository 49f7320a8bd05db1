// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in try, catch and finally, and what each path logs. */
final class TryFinally {
    private TryFinally() {}

    @Async
    static Future<String> path(int which) {
        String s = "";
        try {
            s += await(Leaf.of("t"));
            if (which == 1) {
                throw new IllegalArgumentException("x");
            }
            if (which == 2) {
                return Future.ready(s + "r");
            }
            s += await(Leaf.of("u"));
        } catch (IllegalArgumentException e) {
            s += await(Leaf.of("c")) + e.getMessage();
        } finally {
            log("finally " + which + await(Leaf.of("f")));
            s += "f";
        }
        return Future.ready(s);
    }

    @Async
    static Future<String> box() {
        String r = await(path(0)) + " " + await(path(1)) + " " + await(path(2));
        return Future.ready(r.equals("tuf tcxf tr") ? "OK" : r);
    }
}
