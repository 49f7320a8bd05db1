// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Arrays of several dimensions and their initialisers, with awaits in sizes and elements. */
final class ArrayCreation {
    private ArrayCreation() {}

    @Async
    static Future<String> box() {
        int[][][] cube = new int[await(Leaf.of(2))][await(Leaf.of(3))][];
        cube[1][await(Leaf.of(2))] = new int[] {await(Leaf.of(4)), cube.length};
        long[][] rows = {{await(Leaf.of(1L))}, {}, {2, await(Leaf.of(3L)), 4}};
        Object[] mixed = {await(Leaf.of("s")), new String[] {await(Leaf.of("t"))}, await(Leaf.of(5)), null};
        char[] chars = new char[] {'a', (char) (await(Leaf.of(97)) + 1)};
        @SuppressWarnings("unchecked")
        List<String>[] lists = new List[] {await(Leaf.of(List.of("l"))), new ArrayList<>(List.of(await(Leaf.of("m"))))};
        String r = cube[1][2][0] + "" + cube[0].length + cube[0][0] + Arrays.deepToString(rows)
                + Arrays.deepToString(mixed) + new String(chars) + Arrays.toString(lists);
        try {
            Object none = new int[seen(1)][await(Leaf.of(-2))][seen(3)];
            r += none;
        } catch (NegativeArraySizeException e) {
            r += e.getMessage();
        }
        return Future.ready(r.equals("43null[[1], [], [2, 3, 4]][s, [t], 5, null]ab[[l], [m]]-2") ? "OK" : r);
    }
}
