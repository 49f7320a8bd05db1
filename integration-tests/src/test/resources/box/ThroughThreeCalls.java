// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An exception on its way through three async methods, each with a finally that awaits, and one that replaces it. */
final class ThroughThreeCalls {
    private ThroughThreeCalls() {}

    @Async
    static Future.OfInt level(int n, boolean replaced) {
        try {
            return Future.ready(await(middle(n, replaced)) + 1);
        } finally {
            log("first " + await(Leaf.of(n)));
        }
    }

    @Async
    static Future.OfInt middle(int n, boolean replaced) {
        try {
            return Future.ready(await(last(n)) + await(Leaf.of(10)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("from " + e.getMessage(), e);
        } finally {
            if (replaced) {
                log(await(Leaf.of("replace")));
                throw new UnsupportedOperationException();
            }
        }
    }

    @Async
    static Future.OfInt last(int n) {
        try {
            if (await(Leaf.of(n)) == 0) {
                throw new IllegalArgumentException("last");
            }
            return Future.ready(100);
        } finally {
            await(Leaf.nothing());
        }
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; i < 4; i++) {
            try {
                r += await(level(i % 2, i > 1)) + " ";
            } catch (IllegalStateException e) {
                r += e.getMessage() + e.getCause().getMessage() + " ";
            } catch (UnsupportedOperationException e) {
                r += "replaced ";
            }
        }
        return Future.ready(r.equals("from lastlast 111 replaced replaced ") ? "OK" : r);
    }
}
