// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in all four parts of a for loop. */
final class ForLoop {
    private ForLoop() {}

    @Async
    static Future<String> box() {
        StringBuilder text = new StringBuilder();
        for (int i = await(Leaf.of(1)); i < await(Leaf.of(4)); i += await(Leaf.of(2))) {
            text.append(await(Leaf.of("x" + i)));
        }
        return Future.ready(text.toString().equals("x1x3") ? "OK" : text.toString());
    }
}
