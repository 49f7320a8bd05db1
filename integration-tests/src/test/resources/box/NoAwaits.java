// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Async methods without an await, and code that is not async beside them. */
final class NoAwaits {
    private NoAwaits() {}

    @Async
    static Future.OfInt constant() {
        return Future.ready(1);
    }

    @Async
    static Future<String> thrower() {
        throw new IllegalStateException("thrown");
    }

    @Async
    static Future<Void> empty() {
        return Future.done();
    }

    private static String plain(String s) {
        return s + "!";
    }

    @Async
    static Future<String> box() {
        String r = plain("" + await(constant()) + await(empty()));
        try {
            await(thrower());
        } catch (IllegalStateException e) {
            r += e.getMessage();
        }
        return Future.ready(r.equals("1null!thrown") ? "OK" : r);
    }
}
