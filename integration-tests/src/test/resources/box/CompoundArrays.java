// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Arrays;

/** Compound assignment to array elements of each type, with awaits in array, index and value. */
final class CompoundArrays {
    private CompoundArrays() {}

    private static int[] array(int... values) {
        log("array");
        return values;
    }

    @Async
    static Future<String> box() {
        int[] ints = {1, 2, 3};
        long[] longs = {10};
        byte[] bytes = {100};
        short[] shorts = {-2};
        char[] chars = {'a'};
        float[] floats = {1.5f};
        double[] doubles = {.25};
        boolean[] booleans = {true};
        String[] texts = {"x"};
        Integer[] boxes = {4};
        Object[] objects = {"o"};
        ints[await(Leaf.of(1))] += await(Leaf.of(40));
        longs[0] <<= await(Leaf.of(33));
        bytes[await(Leaf.of(0))] += await(Leaf.of(100));
        shorts[0] >>>= await(Leaf.of(1));
        chars[0] += await(Leaf.of(1));
        floats[0] *= await(Leaf.of(3));
        doubles[await(Leaf.of(0))] -= await(Leaf.of(1.25));
        booleans[0] &= await(Leaf.of(false));
        texts[await(Leaf.of(0))] += await(Leaf.of("y"));
        boxes[0] *= await(Leaf.of(5));
        objects[0] += await(Leaf.of("p"));
        int i = 0;
        ints[i++] = ints[i] += (i = await(Leaf.of(2))) + ints[i++];
        int n = array(7, 8)[await(Leaf.of(1))] %= await(Leaf.of(3));
        String r = Arrays.toString(ints) + longs[0] + bytes[0] + shorts[0] + chars[0] + floats[0] + doubles[0]
                + booleans[0] + texts[0] + boxes[0] + objects[0] + i + n;
        return Future.ready(r.equals("[47, 47, 3]85899345920-56-1b4.5-1.0falsexy20op32") ? "OK" : r);
    }
}
