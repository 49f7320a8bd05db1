// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Exceptions keep the line that threw them. */
final class StackTraces {
    private StackTraces() {}

    @Async
    static Future.OfInt thrower(int n) {
        await(Leaf.nothing());
        throw new IllegalStateException("n" + n);
    }

    @Async
    static Future<String> box() {
        try {
            await(thrower(await(Leaf.of(1))));
        } catch (IllegalStateException e) {
            StackTraceElement top = e.getStackTrace()[0];
            boolean good = top.getMethodName().startsWith("thrower") && top.getClassName().equals("box.StackTraces");
            return Future.ready(good ? "OK" : "" + top);
        }
        return Future.ready("no exception");
    }
}
