// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** An exception passes three awaiting methods, with finally blocks on its way. */
final class ThreeDeep {
    private ThreeDeep() {}

    @Async
    static Future.OfInt deep(int level) throws IOException {
        log("enter " + level); // not in the report: then throws
        try {
            await(Leaf.nothing());
            throw new IOException("deep");
        } finally {
            log("leave " + level); // not in the report: then throws
        }
    }

    @Async
    static Future.OfInt middle(int level) throws IOException {
        try {
            return Future.ready(await(deep(level + 1)) + 1);
        } finally {
            log("leave " + level + await(Leaf.of("m")));
        }
    }

    @Async
    static Future.OfInt high(int level) throws IOException {
        int kept = await(Leaf.of(level));
        try {
            return Future.ready(kept + await(middle(level + 1)));
        } finally {
            log("leave " + kept);
        }
    }

    @Async
    static Future<String> box() {
        try {
            return Future.ready("value " + await(high(1)));
        } catch (IOException e) {
            return Future.ready(e.getMessage().equals("deep") ? "OK" : "" + e);
        }
    }
}
