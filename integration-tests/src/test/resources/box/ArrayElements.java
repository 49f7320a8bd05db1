// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Arrays;

/** Awaits in the index, the value and both of compound assignments to array elements. */
final class ArrayElements {
    private ArrayElements() {}

    @Async
    static Future<String> box() {
        int[] a = {1, 2, 3};
        a[await(Leaf.of(0))] = await(Leaf.of(10));
        a[await(Leaf.of(1))] += await(Leaf.of(20));
        a[2]++;
        a[2] *= a[await(Leaf.of(2))]-- + await(Leaf.of(1));
        long[][] deep = new long[await(Leaf.of(2))][await(Leaf.of(3))];
        deep[1][await(Leaf.of(2))] = a[await(Leaf.of(2))] + (deep[0][0] |= await(Leaf.of(6L)));
        String[] s = {await(Leaf.of("x")), "y"};
        s[0] += s[await(Leaf.of(1))] + await(Leaf.of("z"));
        byte[] b = {(byte) await(Leaf.of(200)), 1};
        b[1] += await(Leaf.of(127));
        boolean[] z = {await(Leaf.of(true))};
        z[0] &= await(Leaf.of(true));
        Object[] o = {1, null};
        o[1] = await(Leaf.of("o"));
        String r = Arrays.toString(a) + Arrays.deepToString(deep) + Arrays.toString(s) + Arrays.toString(b) + z[0] + o[1];
        String expected = "[10, 22, 20][[6, 0, 0], [0, 0, 26]][xyz, y][-56, -128]trueo";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
