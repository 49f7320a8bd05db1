// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Comparisons with NaN and zeros of both signs, float against double, and remainders. */
final class FloatingPoint {
    private FloatingPoint() {}

    @Async
    static Future<String> compare(double a, double b) {
        String r = "";
        if (await(Leaf.of(a)) < b) {
            r += "<";
        }
        if (a <= await(Leaf.of(b))) {
            r += "(";
        }
        if (await(Leaf.of(a)) > await(Leaf.of(b))) {
            r += ">";
        }
        if (!(a >= b)) {
            r += await(Leaf.of(")"));
        }
        r += await(Leaf.of(a)) == b ? "=" : a != await(Leaf.of(b)) ? "!" : "?";
        float f = (float) a;
        while (f < await(Leaf.of(b))) {
            f += 1;
            if (!(f < 3)) {
                break;
            }
        }
        return Future.ready(r + f);
    }

    @Async
    static Future<String> box() {
        String r = await(compare(1, 2)) + " " + await(compare(2, 1)) + " " + await(compare(Double.NaN, 0)) + " "
                + await(compare(-0.0, 0.0));
        float f = (float) await(Leaf.of(0.1));
        r += " " + (f == 0.1) + (f + await(Leaf.of(0.2)) == 0.3) + 5.5 % await(Leaf.of(2.0)) + 1 / await(Leaf.of(-0.0));
        r += (float) 1e40 * await(Leaf.of(0)) + " " + Double.MIN_VALUE / await(Leaf.of(2.0));
        r += 0x1p3 * await(Leaf.of(2));
        String expected = "<()!2.0 >!2.0 )!NaN (=-0.0 falsefalse1.5-InfinityNaN 0.016.0";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
