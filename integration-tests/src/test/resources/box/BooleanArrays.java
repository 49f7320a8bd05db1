// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Arrays;

/** boolean and byte arrays, fields and variables, which share their instructions, across awaits. */
final class BooleanArrays {
    private BooleanArrays() {}

    private boolean flag;
    private static boolean shared;
    private byte small;

    @Async
    private Future.OfBoolean flip(boolean b) {
        return Future.ready(!await(Leaf.of(b)));
    }

    @Async
    private Future<String> work() {
        boolean[] flags = new boolean[3];
        byte[] bytes = {1, -1, 127};
        flags[await(Leaf.of(1))] = await(flip(false));
        flag = flags[1] ^ await(flip(true));
        shared = flag && !flags[0];
        small = bytes[await(Leaf.of(2))]++;
        boolean local = bytes[2] < 0;
        byte narrow = bytes[1];
        short s = narrow;
        await(Leaf.nothing());
        flags[2] |= local;
        bytes[0] <<= await(Leaf.of(7));
        flag &= shared;
        boolean[][] grid = {flags, {await(flip(local))}};
        String r = "";
        for (boolean[] row : grid) {
            for (boolean b : row) {
                r += b ? 1 : await(Leaf.of(0));
            }
        }
        return Future.ready(r + Arrays.toString(bytes) + flag + shared + small + local + narrow + (s + 1));
    }

    @Async
    static Future<String> box() {
        String r = await(new BooleanArrays().work());
        return Future.ready(r.equals("0110[-128, -1, -128]truetrue127true-10") ? "OK" : r);
    }
}
