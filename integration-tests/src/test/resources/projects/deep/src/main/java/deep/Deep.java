// SPDX-License-Identifier: Apache-2.0
package deep;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.yieldNow;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Three calls deep, an exception. */
final class Deep {
    private Deep() {}

    @Async
    static Future.OfInt outer() {
        await(yieldNow());
        int value = await(new Deep().middle(2)); // third
        return Future.ready(value);
    }

    @Async
    private Future.OfInt middle(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            await(yieldNow());
            sum += await(inner(i)); // second
        }
        return Future.ready(sum);
    }

    @Async
    static Future.OfInt inner(int depth) {
        await(yieldNow());
        if (depth == 1) {
            throw new IllegalStateException("too deep"); // first
        }
        return Future.ready(depth);
    }
}
