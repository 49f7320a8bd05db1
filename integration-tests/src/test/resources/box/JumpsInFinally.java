// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** break, continue and return in finally blocks win over values and exceptions on their way. */
// cancelled otherwise
@SuppressWarnings("finally")
final class JumpsInFinally {
    private JumpsInFinally() {}

    @Async
    static Future<String> loop() {
        String r = "";
        for (int i = 0; i < 5; i++) {
            try {
                r += i;
                if (i == 0) {
                    throw new IllegalStateException(await(Leaf.of("gone")));
                }
                if (i == 1) {
                    return Future.ready(await(Leaf.of("gone")));
                }
                if (i == 3) {
                    break;
                }
            } finally {
                r += await(Leaf.of("f"));
                if (i < 3) {
                    continue;
                }
            }
            r += "-";
        }
        return Future.ready(r);
    }

    @SuppressWarnings("finally")
    @Async
    static Future.OfInt wins(boolean thrown) {
        try {
            try {
                if (thrown) {
                    throw new Error("gone");
                }
                return Future.ready(await(Leaf.of(1)));
            } finally {
                return Future.ready(await(Leaf.of(2)));
            }
        } finally {
            log("outer " + await(Leaf.of("f")));
        }
    }

    @SuppressWarnings("finally")
    @Async
    static Future.OfInt throwing() {
        try {
            return Future.ready(await(Leaf.of(1))); // not in the report: then throws
        } finally {
            throw new IllegalStateException(await(Leaf.of("wins")));
        }
    }

    @Async
    static Future<String> box() {
        String r = await(loop()) + await(wins(true)) + await(wins(false));
        try {
            r += await(throwing());
        } catch (IllegalStateException e) {
            r += e.getMessage().equals("wins");
        }
        return Future.ready(r.equals("0f1f2f3f22true") ? "OK" : r);
    }
}
