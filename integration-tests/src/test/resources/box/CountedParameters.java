// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Parameters that are counted up and down in place, narrow and wide, in loops with awaits. */
final class CountedParameters {
    private CountedParameters() {}

    @Async
    static Future.OfLong count(int n, byte b, long l, Integer boxed, char... chars) {
        long sum = 0;
        while (n-- > await(Leaf.of(0))) {
            b++;
            l--;
            n += -1;
            sum += await(Leaf.of(n)) + b;
            for (boxed++; boxed % 3 != 0; boxed += await(Leaf.of(1))) {
                chars[0]++;
            }
        }
        n += 100_000;
        await(Leaf.nothing());
        return Future.ready(sum * 1000 + l * 100 + n + b + boxed + chars[0]);
    }

    @Async
    static Future<String> box() {
        long r = await(count(5, (byte) 126, 7L, 1, 'a', 'b'));
        return Future.ready(r == -24618 ? "OK" : "r " + r);
    }
}
