// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks that end with Future.done(), in one place or many. */
final class BlockWithoutResult {
    private BlockWithoutResult() {}

    @Async
    static Future<String> box() {
        StringBuilder r = new StringBuilder();
        await(async(() -> {
            r.append(await(Leaf.of("a")));
            return Future.done();
        }));
        for (int i = 0; i < 3; i++) {
            int n = i;
            Object nothing = await(async(() -> {
                try {
                    if (n == 0) {
                        return Future.done();
                    }
                    r.append(await(Leaf.of(n)));
                } finally {
                    r.append(await(Leaf.of("f")));
                }
                return n == 1 ? Future.done() : Leaf.nothing();
            }));
            r.append(nothing);
        }
        await(async(() -> {
            r.append("z");
            return Leaf.nothing();
        }));
        String s = r.toString();
        return Future.ready(s.equals("afnull1fnull2fnullz") ? "OK" : s);
    }
}
