// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** char as a number: in sums, loops, comparisons, switches and arrays, across awaits. */
final class CharArithmetic {
    private CharArithmetic() {}

    @Async
    static Future<String> box() {
        StringBuilder r = new StringBuilder();
        for (char c = 'x'; c <= 'z'; c += await(Leaf.of(1))) {
            r.append(c).append((char) (c - await(Leaf.of(32))));
        }
        int[] counts = new int[128];
        for (char c : "hello".toCharArray()) {
            counts[c]++;
            await(Leaf.nothing());
            r.append(counts[c] > 1 ? Character.toUpperCase(c) : c);
        }
        char last = Character.MAX_VALUE;
        last++;
        await(Leaf.nothing());
        char a = 'a';
        int sum = a + await(Leaf.of('b' - 'a')) + last;
        boolean less = a < await(Leaf.of((int) 'b'));
        final char constant = 98;
        r.append(sum).append(less).append(constant).append(a == 97 ? constant : await(Leaf.of(5)));
        return Future.ready(r.toString().equals("xXyYzZhelLo98trueb98") ? "OK" : r.toString());
    }
}
