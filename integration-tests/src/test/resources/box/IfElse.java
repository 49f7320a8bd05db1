// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in conditions and branches. */
final class IfElse {
    private IfElse() {}

    @Async
    static Future<String> box() {
        String a = "";
        if (await(Leaf.of(1)) == 1) {
            a += await(Leaf.of("then"));
        } else {
            a += await(Leaf.of("else"));
        }
        if (!await(Leaf.of(true))) {
            a += "no";
        } else if (await(Leaf.of(2L)) > 1) {
            a += await(Leaf.of(1.5));
        }
        return Future.ready(a.equals("then1.5") ? "OK" : a);
    }
}
