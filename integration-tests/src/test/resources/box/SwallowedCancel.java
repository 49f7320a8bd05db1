// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.CancelledError;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Code that swallows the error goes on, but not for ever: it is left at the await that it meets again and again. */
// woven only
// cancel 1: make 1=0
// cancel 1: cancel 1; again; make 2=1
// cancel 1: cancel 2; again; make 3=2
// cancel 1: cancel 3; again; make 4=3
// cancel 1: cancel 4; again; make 5=4
// cancel 1: cancel 5; again; make 6=5
// cancel 1: cancel 6; again; make 7=6
// cancel 1: cancel 7; again; make 8=7
// cancel 1: cancel 8; again; make 9=8
// cancel 1: cancel 9 -> cancelled and told
final class SwallowedCancel {
    private SwallowedCancel() {}

    @Async
    @SuppressWarnings("pollen:049")
    static Future<String> box() {
        for (int i = 0; i < 20; i++) {
            try {
                await(Leaf.of(i));
            } catch (CancelledError e) {
                log("again");
            }
        }
        return Future.ready("OK");
    }
}
