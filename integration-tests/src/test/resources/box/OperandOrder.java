// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Operands keep the value that they had when they were evaluated, whatever the awaits after them change. */
final class OperandOrder {
    private OperandOrder() {}

    private int field = 1;
    private static int shared = 1;

    @Async
    private Future.OfInt change(int by) {
        await(Leaf.nothing());
        field += by;
        shared *= 2;
        return Future.ready(by);
    }

    @Async
    private Future<String> work() {
        int i = 1;
        int a = i + (i = await(Leaf.of(5))) * i++ - i;
        int b = field + await(change(10)) + field;
        int c = shared * await(change(100)) * shared;
        int[] x = {1, 2};
        int[] y = x;
        int d = x[0] + (x = new int[] {await(Leaf.of(7)), 8})[1] + y[1];
        int e = i * (await(change(1)) + i) + (i = 2);
        String s = "s";
        String t = s + (s = await(Leaf.of("t"))) + s;
        boolean f = field < await(change(1)) + field;
        long g = (field = 3) + await(change(4)) * (long) field;
        return Future.ready(a + " " + b + " " + c + " " + d + " " + e + " " + t + " " + f + " " + g);
    }

    @Async
    static Future<String> box() {
        shared = 1;
        String r = await(new OperandOrder().work());
        return Future.ready(r.equals("20 22 800 11 44 stt true 31") ? "OK" : r);
    }
}
