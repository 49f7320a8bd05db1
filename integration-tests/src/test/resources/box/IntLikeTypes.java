// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** boolean, byte, char and short variables keep their values and their conversions. */
final class IntLikeTypes {
    private IntLikeTypes() {}

    @Async
    static Future<String> box() {
        boolean z = await(Leaf.of(true));
        byte b = (byte) await(Leaf.of(-1));
        char c = (char) await(Leaf.of((int) 'A'));
        short s = (short) await(Leaf.of(70_000));
        await(Leaf.nothing());
        c++;
        b >>>= await(Leaf.of(1));
        s += await(Leaf.of(1)) + 0.9;
        z ^= await(Leaf.of(false));
        char[] chars = {c, 'x'};
        chars[await(Leaf.of(1))] += b;
        String r = "" + z + b + c + s + (c + b) + (int) chars[1];
        return Future.ready(r.equals("true-1B446565119") ? "OK" : r);
    }
}
