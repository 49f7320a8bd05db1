// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Concatenation of values of every type with awaits between, +=, and constants. */
final class ConcatenationTypes {
    private ConcatenationTypes() {}

    private static final String PREFIX = "p" + 1;

    @Async
    static Future<String> box() {
        char c = 'c';
        byte b = -1;
        float f = 1.5f;
        Object o = null;
        char[] none = null;
        String s = PREFIX + c + await(Leaf.of(1)) + b + f + await(Leaf.of(2L)) + 'x' + true + o + await(Leaf.of(2.5))
                + null;
        s += await(Leaf.of(3)) + await(Leaf.of(4)) + "" + c + 1;
        s = await(Leaf.of("a")) + s + (c + await(Leaf.of(1))) + (char) (c + 1);
        String t = null;
        t += await(Leaf.of("n"));
        t = 1 + 2 + t + 1 + 2 + await(Leaf.of(false)) + "\u0001\u0002";
        Object u = "o";
        u += "" + none + await(Leaf.of(7));
        String r = s + t + u;
        return Future.ready(r.equals("ap1c1-11.52xtruenull2.5null7c1100d3nulln12false\u0001\u0002onull7") ? "OK" : r);
    }
}
