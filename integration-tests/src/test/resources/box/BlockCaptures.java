// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks capture by value: parameters, locals before and after awaits, wide ones, arrays, and this. */
final class BlockCaptures {
    private BlockCaptures() {}

    private final String field = "f";

    @Async
    private Future<String> work(int parameter, long wide, double[] array) {
        String before = "b";
        String r = await(async(() -> {
            int sum = await(Leaf.of(parameter));
            sum += (int) wide + (int) array[0];
            return Future.ready(before + sum + field);
        }));
        int awaited = await(Leaf.of(7));
        double d = await(Leaf.of(0.5));
        r += await(async(() -> Future.ready(await(Leaf.of(r(parameter))) + awaited + d)));
        int[] shared = {1};
        await(async(() -> {
            shared[0] += await(Leaf.of(2));
            return Future.done();
        }));
        String last = r + shared[0];
        return async(() -> Future.ready(last + await(Leaf.of(field))));
    }

    private String r(int n) {
        return "r" + n;
    }

    @Async
    static Future<String> box() {
        String r = await(new BlockCaptures().work(1, 20L, new double[] {300}));
        return Future.ready(r.equals("b321fr170.53f") ? "OK" : r);
    }
}
