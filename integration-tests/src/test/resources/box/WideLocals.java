// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Long and double variables with gaps between them, defined and undefined at the awaits. */
final class WideLocals {
    private WideLocals() {}

    @Async
    static Future<String> work(double p, int q, long r) {
        long a;
        double b = p;
        if (q > await(Leaf.of(0))) {
            a = r;
            int gap = await(Leaf.of(1));
            double c = b + gap;
            await(Leaf.nothing());
            b = c;
        } else {
            float f = await(Leaf.of(2));
            long g = (long) f;
            await(Leaf.nothing());
            a = g + (long) f;
        }
        return Future.ready(a + " " + b + " " + q);
    }

    @Async
    static Future<String> box() {
        String s = await(work(0.5, 1, 1L << 50)) + "," + await(work(1.5, -1, 0));
        return Future.ready(s.equals("1125899906842624 1.5 1,4 1.5 -1") ? "OK" : s);
    }
}
