// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in code that javac drops or keeps because a condition is constant. */
final class ConstantConditions {
    private ConstantConditions() {}

    private static final boolean OFF = false;

    @Async
    static Future<String> box() {
        String r = "";
        if (OFF) {
            r += await(Leaf.of("never"));
        }
        if (!OFF) {
            r += await(Leaf.of("a"));
        } else {
            r += await(Leaf.of("never"));
        }
        r += OFF ? await(Leaf.of("never")) : "b";
        r += OFF && await(Leaf.of(true)) ? "never" : "c";
        r += !OFF || await(Leaf.of(true)) ? "d" : "never";
        boolean flag = await(Leaf.of(true));
        r += flag & OFF ? "never" : "e";
        return Future.ready(r.equals("abcde") ? "OK" : r);
    }
}
