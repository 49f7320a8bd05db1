// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Code that catches everything and goes on, also when it is cancelled. */
final class CatchThrowable {
    private CatchThrowable() {}

    @Async
    @SuppressWarnings("pollen:049")
    static Future<String> box() {
        String s = "";
        try {
            s += await(Leaf.of("a"));
        } catch (Throwable t) {
            log("caught " + t.getClass().getSimpleName());
        }
        try {
            s += await(Leaf.of("b"));
        } catch (Throwable t) {
            log("caught " + t.getClass().getSimpleName());
            throw t;
        } finally {
            log("s " + s);
        }
        return Future.ready(s.equals("ab") ? "OK" : s);
    }
}
