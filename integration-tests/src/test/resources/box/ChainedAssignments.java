// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Arrays;

/** One value assigned to several places, right to left, with awaits in the places. */
final class ChainedAssignments {
    private ChainedAssignments() {}

    @Async
    static Future<String> box() {
        int[] a = {0, 0};
        int[] b = a;
        int i = 0;
        int j;
        a[i] = i = await(Leaf.of(1));
        b[i = 0] = a[await(Leaf.of(1))] = j = await(Leaf.of(8)) + i;
        int[] old = a;
        a[await(Leaf.of(1))] = (a = new int[] {5, 6})[0] + await(Leaf.of(10));
        byte n;
        long m = n = (byte) (j = await(Leaf.of(300)));
        Object o;
        String s = (String) (o = await(Leaf.of("s")));
        String r = Arrays.toString(old) + Arrays.toString(a) + i + j + n + m + o + s;
        return Future.ready(r.equals("[8, 15][5, 6]03004444ss") ? "OK" : r);
    }
}
