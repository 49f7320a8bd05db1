// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A variable that only an outer handler needs, while the inner one does not match. */
final class OuterHandler {
    private OuterHandler() {}

    @Async
    static Future<String> box() {
        String needed = await(Leaf.of("need"));
        int count = 1;
        try {
            try {
                count++;
                await(Leaf.nothing());
                if (await(Leaf.of(true))) {
                    throw new IllegalStateException("outer");
                }
            } catch (IllegalArgumentException e) {
                log("wrong");
            }
            needed = "not";
        } catch (IllegalStateException e) {
            return Future.ready((needed + count).equals("need2") ? "OK" : needed + count);
        }
        return Future.ready("none");
    }
}
