// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Casts between primitives, widening and narrowing, of awaited values. */
final class PrimitiveCasts {
    private PrimitiveCasts() {}

    @Async
    static Future<String> box() {
        byte b = (byte) await(Leaf.of(300));
        short s = (short) await(Leaf.of(70000L));
        char c = (char) await(Leaf.of(65.9));
        int i = (int) await(Leaf.of(Double.NaN));
        int j = (int) await(Leaf.of(1e20));
        long l = (long) await(Leaf.of(-1e30));
        float f = await(Leaf.of(Integer.MAX_VALUE));
        float g = (float) await(Leaf.of(0.1));
        double d = await(Leaf.of(Long.MAX_VALUE));
        long w = await(Leaf.of((int) c)) + b;
        int back = (int) (await(Leaf.of(1L << 33)) + 5);
        byte twice = (byte) (char) await(Leaf.of(-1));
        char sign = (char) (byte) await(Leaf.of(200));
        Object boxed = (long) await(Leaf.of(3));
        double mean = (double) await(Leaf.of(7)) / await(Leaf.of(2)) + await(Leaf.of(7)) / await(Leaf.of(2));
        String r = b + " " + s + " " + c + " " + i + " " + j + " " + l + " " + (long) f + " " + g + " " + d + " " + w
                + " " + back + " " + twice + " " + (int) sign + " " + boxed + boxed.getClass().getSimpleName()
                + " " + mean;
        String expected = "44 4464 A 0 2147483647 -9223372036854775808 2147483648 0.1 9.223372036854776E18 109 5"
                + " -1 65480 3Long 6.5";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
