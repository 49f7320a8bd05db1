// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.CancelledError;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A block that swallows cancellation, and one that awaits in its finally. */
// cancelled otherwise
final class BlockSwallowsCancel {
    private BlockSwallowsCancel() {}

    @Async
    @SuppressWarnings("pollen:049")
    static Future<String> box() {
        String r = await(async(() -> {
            try {
                await(Leaf.of(1));
            } catch (CancelledError swallowed) {
                log("swallowed");
            }
            try {
                await(Leaf.of(2));
            } finally {
                log("clean " + await(Leaf.of(3)));
            }
            return Future.ready("OK");
        }));
        await(Leaf.nothing());
        return Future.ready(r);
    }
}
