// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Static fields of every kind, volatile ones and those of other classes, between awaits. */
final class StaticState {
    private StaticState() {}

    private static volatile int counter;
    private static long wide;
    private static String text;
    private static int[] array = {0, 0};
    private static StaticState instance;
    private double own = 1.5;

    static final class Other {
        private static int value = 3;
        private static Other made;
        private int n;
    }

    @Async
    static Future<String> box() {
        counter = 0;
        wide = 1L << 40;
        text = null;
        instance = null;
        counter += await(Leaf.of(1)) + counter++;
        wide -= await(Leaf.of(1L));
        text += await(Leaf.of("s"));
        array[0] = await(Leaf.of(2)) + array.length;
        (instance = new StaticState()).own *= await(Leaf.of(2));
        Other.value = await(Leaf.of(4)) + Other.value - Other.value;
        (Other.made = new Other()).n = Other.value++ + await(Leaf.of(Other.value));
        String r = counter + " " + wide + text + array[0] + instance.own + Other.value + Other.made.n;
        return Future.ready(r.equals("1 1099511627775nulls43.059") ? "OK" : r);
    }
}
