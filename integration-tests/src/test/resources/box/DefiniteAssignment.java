// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Variables that are assigned on some paths only, before, between and after awaits. */
final class DefiniteAssignment {
    private DefiniteAssignment() {}

    @Async
    static Future.OfInt work(int n) {
        int a;
        final String s;
        Object unused;
        if (n > 0) {
            a = await(Leaf.of(n));
            s = "p";
        } else {
            s = await(Leaf.of("minus"));
            a = s.length();
            unused = s;
        }
        int b;
        boolean ok = a > 1 && (b = await(Leaf.of(a * 2))) > 3;
        int c;
        while (true) {
            c = await(Leaf.of(a));
            if (c > 0) {
                break;
            }
        }
        return Future.ready(a + s.length() + c + (ok ? 100 : 0));
    }

    @Async
    static Future<String> box() {
        int r = await(work(1)) + 1000 * await(work(-1));
        return Future.ready(r == 115_003 ? "OK" : "r " + r);
    }
}
