// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Arrays;

/** Assignments used as values: what javac duplicates below one or two words, with awaits after it. */
final class StackShuffles {
    private StackShuffles() {}

    private int field;
    private long wide;
    private static String shared;

    @Async
    private Future<String> work() {
        int[] ints = new int[3];
        long[] longs = new long[2];
        double[][] grid = {new double[2], null};
        int a = ints[await(Leaf.of(0))] = field = ints[1] = await(Leaf.of(4));
        long b = longs[await(Leaf.of(1))] = wide = longs[0] = await(Leaf.of(5L));
        double c = (grid[1] = new double[await(Leaf.of(2))])[1] = await(Leaf.of(.5));
        String d = shared = "s" + (ints[2] = await(Leaf.of(6))) + shared(await(Leaf.of("t")));
        this.wide = longs[0]++ + await(Leaf.of(longs[0]));
        long e = wide++ + (wide += await(Leaf.of(10L))) + --wide;
        int f = field++ * await(Leaf.of(2)) + (field -= await(Leaf.of(1)));
        return Future.ready("" + Arrays.toString(ints) + Arrays.toString(longs) + a + b + c + d + e + f + field + wide);
    }

    private static String shared(String s) {
        return shared + s;
    }

    @Async
    static Future<String> box() {
        shared = "r";
        String r = await(new StackShuffles().work());
        return Future.ready(r.equals("[4, 4, 6][6, 5]450.5s6rt5412421") ? "OK" : r);
    }
}
