// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What an await throws is caught by the handlers around it with the variables as they were. */
final class ResumedThrow {
    private ResumedThrow() {}

    @Async
    static Future.OfInt failing(int n) {
        await(Leaf.nothing());
        if (n > 0) {
            throw new IllegalStateException("n" + n);
        }
        return Future.ready(n);
    }

    @Async
    static Future<String> box() {
        String r = "";
        long wide = 5;
        for (int i = 0; i < 3; i++) {
            String s = "s" + i;
            double d = i + .5;
            try {
                wide += i;
                int v = await(failing(i)) + await(failing(i - 1));
                r += v;
            } catch (IllegalStateException e) {
                r += s + d + wide + e.getMessage();
            }
        }
        return Future.ready(r.equals("-1s11.56n1s22.58n2") ? "OK" : r);
    }
}
