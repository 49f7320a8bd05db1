// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** More operands than one concatenation call takes, with awaits among the first and the last. */
final class LongConcatenation {
    private LongConcatenation() {}

    @Async
    static Future<String> box() {
        int i = 1;
        long l = 2;
        String s = "s";
        String r = await(Leaf.of("<")) + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s
                + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s
                + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s
                + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s
                + await(Leaf.of(5)) + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s
                + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s
                + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s
                + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s + i + l + s
                + await(Leaf.of(">"));
        String expected = "<" + "12s".repeat(30) + "5" + "12s".repeat(30) + ">";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
