// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Enhanced for over arrays of each kind; the array is evaluated once, and the variable is a copy. */
final class ForEachArrays {
    private ForEachArrays() {}

    @Async
    static Future<String> box() {
        StringBuilder r = new StringBuilder();
        int[] ints = {1, 2, 3};
        for (int i : ints) {
            ints = new int[] {await(Leaf.of(9))};
            r.append(i++).append(i);
        }
        for (long l : new long[] {await(Leaf.of(4L)), 5}) {
            r.append(await(Leaf.of(l)));
        }
        for (double d : new double[] {.5}) {
            await(Leaf.nothing());
            r.append(d);
        }
        for (char c : await(Leaf.of("ab")).toCharArray()) {
            r.append(c).append(await(Leaf.of((int) c)));
        }
        for (boolean b : new boolean[] {true, false}) {
            r.append(await(Leaf.of(b)) ? 't' : 'f');
        }
        for (byte[] row : new byte[][] {{1, 2}, {}, {3}}) {
            for (byte b : row) {
                r.append(b + await(Leaf.of(10)));
            }
            r.append('|');
        }
        for (float f : new float[0]) {
            r.append(await(Leaf.of(f)));
        }
        for (Integer boxed : new int[] {8}) {
            r.append(await(Leaf.of(boxed)));
        }
        return Future.ready(r.toString().equals("122334450.5a97b98tf1112||13|8") ? "OK" : r.toString());
    }
}
