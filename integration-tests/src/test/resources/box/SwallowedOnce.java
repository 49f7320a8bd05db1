// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.CancelledError;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The error is swallowed once: the code goes on to its end, and what it returns is dropped. */
// cancelled otherwise: the caller of such code is cancelled all the same
// cancel 1: make 1=O; cancel 1; swallowed O; finally O; after O -> cancelled
// cancel 2: make 1=O; finally O; after O; make 2=K; cancel 2; swallowed K; finally K; after K; end -> cancelled
final class SwallowedOnce {
    private SwallowedOnce() {}

    @Async
    @SuppressWarnings("pollen:049")
    static Future<String> work(String name) {
        String s;
        try {
            s = await(Leaf.of(name));
        } catch (CancelledError e) {
            log("swallowed " + name);
            s = name;
        } finally {
            log("finally " + name);
        }
        log("after " + name);
        return Future.ready(s);
    }

    @Async
    static Future<String> box() {
        String s = await(work("O"));
        try {
            s += await(work("K"));
        } finally {
            log("end");
        }
        return Future.ready(s);
    }
}
