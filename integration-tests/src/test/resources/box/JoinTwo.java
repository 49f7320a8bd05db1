// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** join of two and three: all values, each of its own type. */
// woven only
final class JoinTwo {
    private JoinTwo() {}

    @Async
    static Future<String> text(int n) {
        String s = "";
        for (int i = 0; i < n; i++) {
            s += await(Leaf.of(i));
        }
        return Future.ready(s);
    }

    @Async
    static Future<String> box() {
        var two = await(join(text(3), Leaf.of(5)));
        String s = two.first().get() + two.second().getAsInt();
        var three = await(join(text(1), Leaf.of(2.5), text(2)));
        s += three.first().get() + three.second().getAsDouble() + three.third().get();
        return Future.ready(s.equals("012502.501") ? "OK" : s);
    }
}
