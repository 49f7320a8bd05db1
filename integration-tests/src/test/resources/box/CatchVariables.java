// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

/** Caught exceptions that live over awaits, several in one slot of the stack frame. */
final class CatchVariables {
    private CatchVariables() {}

    @Async
    static Future<String> work(int n) {
        String r = "";
        try {
            if (n > 0) {
                throw new IllegalStateException("s");
            }
            r += await(Leaf.of("a"));
        } catch (IllegalStateException e) {
            await(Leaf.nothing());
            r += e.getMessage();
            try {
                if (n > 1) {
                    throw new IllegalArgumentException("inner", e);
                }
            } catch (IllegalArgumentException i) {
                await(Leaf.nothing());
                r += i.getMessage() + (i.getCause() == e);
            }
            await(Leaf.nothing());
            r += e.getMessage();
        }
        try {
            Object[] pair = {await(Leaf.of("x")), n};
            await(Leaf.nothing());
            if (n == 2) {
                throw new UnsupportedOperationException("u");
            }
            r += pair[1];
        } catch (UnsupportedOperationException u) {
            List<String> list = List.of(await(Leaf.of("l")), u.getMessage());
            await(Leaf.nothing());
            r += list;
        }
        return Future.ready(r);
    }

    @Async
    static Future<String> box() {
        String r = await(work(0)) + " " + await(work(1)) + " " + await(work(2));
        return Future.ready(r.equals("a0 ss1 sinnertrues[l, u]") ? "OK" : r);
    }
}
