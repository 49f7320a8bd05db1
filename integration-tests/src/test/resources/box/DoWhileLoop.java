// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A do loop whose condition awaits. */
final class DoWhileLoop {
    private DoWhileLoop() {}

    @Async
    static Future<String> box() {
        long product = 1;
        int i = 1;
        do {
            product *= await(Leaf.of((long) i));
        } while (await(Leaf.of(++i <= 4)));
        return Future.ready(product == 24 ? "OK" : "product " + product);
    }
}
