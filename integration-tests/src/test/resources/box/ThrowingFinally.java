// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An exception out of a finally block replaces the one before it. */
final class ThrowingFinally {
    private ThrowingFinally() {}

    @Async
    static Future<Void> replace() {
        try {
            await(Leaf.nothing());
            throw new IllegalArgumentException("first");
        } finally {
            log("in finally");
            if (await(Leaf.of(true))) {
                throw new IllegalStateException("second");
            }
        }
    }

    @Async
    static Future<String> box() {
        try {
            await(replace());
            return Future.ready("no exception");
        } catch (IllegalStateException e) {
            return Future.ready(e.getMessage().equals("second") ? await(Leaf.of("OK")) : "" + e);
        }
    }
}
