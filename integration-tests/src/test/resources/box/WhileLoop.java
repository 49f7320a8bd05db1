// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in the condition and the body of a while loop. */
final class WhileLoop {
    private WhileLoop() {}

    @Async
    static Future<String> box() {
        int i = 0;
        int sum = 0;
        while (await(Leaf.of(i)) < 3) {
            sum += await(Leaf.of(10 * i));
            i++;
        }
        return Future.ready(sum == 30 ? "OK" : "sum " + sum);
    }
}
