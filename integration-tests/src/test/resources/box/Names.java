// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Methods, parameters and variables with the names that generated code uses, and names of other alphabets. */
final class Names {
    private Names() {}

    private int state = 3;
    private Object frame = "field";

    @Async
    private Future<String> poll(int state, Object context, String cx, int l$0, String child$0, int f) {
        String frame = await(Leaf.of("f"));
        this.state += await(Leaf.of(state));
        int slot = await(Leaf.of(l$0));
        return Future.ready(frame + this.frame + this.state + context + cx + slot + child$0 + f + state);
    }

    @Async
    private static Future.OfInt get(int get) {
        return Future.ready(await(Leaf.of(get)) + 1);
    }

    @Async
    private static Future.OfInt cancel() {
        return Future.ready(await(get(await(Leaf.of(1)))));
    }

    @Async
    private static Future<String> größe(String überschrift, int π) {
        return Future.ready(überschrift + await(Leaf.of(π)));
    }

    @Async
    private static Future<String> $under_score_(int _x, int $) {
        return Future.ready("$" + await(Leaf.of(_x)) + $);
    }

    @Async
    private static Future<String> under_score(int x) {
        return Future.ready("u" + await(Leaf.of(x)));
    }

    @Async
    private static Future<String> take(String owner, Object target, int result) {
        return Future.ready(owner + await(Leaf.of(target)) + result);
    }

    @Async
    static Future<String> box() {
        String r = await(new Names().poll(4, "c", "x", 5, "h", 6)) + await(cancel()) + await(größe("ü", 3));
        r += await($under_score_(1, 2)) + await(under_score(7)) + await(take("o", "t", 8));
        return Future.ready(r.equals("ffield7cx5h642ü3$12u7ot8") ? "OK" : r);
    }
}
