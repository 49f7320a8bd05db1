// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/**
 * A result waits while a finally with awaits runs. Of three variables each two are needed over one of the awaits, and never
 * all: they take two fields, another one at each await, while the result stays where it is.
 */
final class ResultBesideMany {
    private ResultBesideMany() {}

    @Async
    static Future<String> chosen(int n) {
        try {
            return Future.ready("result " + await(Leaf.of(n)));
        } finally {
            String a = "a" + n;
            String b;
            String c = "c" + n;
            log("chooses " + await(Leaf.of(n)));
            if (n == 1) {
                b = "then";
                await(Leaf.nothing());
                log(a + b);
            } else {
                b = "else";
                await(Leaf.nothing());
                log(b + c);
            }
        }
    }

    @Async
    static Future<String> box() {
        String got = await(chosen(1)) + await(chosen(2));
        return Future.ready(got.equals("result 1result 2") ? "OK" : got);
    }
}
