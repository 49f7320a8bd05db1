// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Arrays;

/** Parameters that are assigned, incremented and replaced by other types of values. */
final class ReassignedParameters {
    private ReassignedParameters() {}

    @Async
    static Future<String> work(int n, long l, String s, Object o, int... rest) {
        n++;
        await(Leaf.nothing());
        n += 5;
        l = n + await(Leaf.of(l));
        s = s == null ? await(Leaf.of("s")) : null;
        o = s + o;
        rest = new int[] {n, rest.length};
        for (int i = 0; i < 2; i++) {
            rest[1] += await(Leaf.of(i));
            o = await(Leaf.of(o)) + "!";
        }
        return Future.ready(n + " " + l + " " + s + " " + o + " " + Arrays.toString(rest));
    }

    @Async
    static Future<String> box() {
        String r = await(work(1, 2, null, null, 3, 4));
        return Future.ready(r.equals("7 9 s snull!! [7, 3]") ? "OK" : r);
    }
}
