// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in finally while the body unwinds: what is ready counts, what is pending is cancelled there. */
final class UnwindingAwaits {
    private UnwindingAwaits() {}

    @Async
    static Future<Void> cleanUp(String name) {
        log("clean-up " + name);
        try {
            await(Leaf.of("one"));
            log("cleaned " + name);
        } finally {
            await(Leaf.of("two"));
            log("swept " + name);
        }
        return Future.done();
    }

    @Async
    static Future<String> box() {
        try {
            try {
                await(Leaf.of("work"));
            } finally {
                await(cleanUp("a"));
            }
        } finally {
            await(cleanUp("b"));
        }
        return Future.ready("OK");
    }
}
