// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An endless loop that swallows everything: it is left by an ordinary return, and somebody is told. */
// woven only
// cancel 2: make 1=0; swallowed; make 2=0; cancel 2; swallowed; make 3=0
// cancel 2: cancel 3; swallowed; make 4=0
// cancel 2: cancel 4; swallowed; make 5=0
// cancel 2: cancel 5; swallowed; make 6=0
// cancel 2: cancel 6; swallowed; make 7=0
// cancel 2: cancel 7; swallowed; make 8=0
// cancel 2: cancel 8; swallowed; make 9=0
// cancel 2: cancel 9; swallowed; make 10=0
// cancel 2: cancel 10; finally box -> cancelled and told
final class SwallowedForEver {
    private SwallowedForEver() {}

    @Async
    @SuppressWarnings("pollen:049")
    static Future<Void> endless(Object held) {
        for (int turn = 0; ; turn++) {
            try {
                int zero = await(Leaf.of(0));
                if (turn >= 20) {
                    return Future.done();
                }
                throw new IllegalStateException(held.toString() + zero);
            } catch (Throwable t) {
                log("swallowed");
            }
        }
    }

    @Async
    static Future<String> box() {
        try {
            await(endless("held"));
        } finally {
            log("finally box");
        }
        return Future.ready("OK");
    }
}
