// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** return null is a NullPointerException at that line. */
final class ReturnsOfNull {
    private ReturnsOfNull() {}

    @Async
    static Future<String> nothing(boolean yes) {
        await(Leaf.nothing());
        return yes ? null : Future.ready("x");
    }

    @Async
    static Future<String> box() {
        String x = await(nothing(false));
        try {
            await(nothing(true));
        } catch (NullPointerException e) {
            return Future.ready(x.equals("x") ? "OK" : x);
        }
        return Future.ready("no exception");
    }
}
