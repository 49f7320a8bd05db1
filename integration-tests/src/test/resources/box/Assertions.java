// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** assert with awaits in the method, switched on or off. */
final class Assertions {
    private Assertions() {}

    @Async
    static Future<String> box() {
        int a = await(Leaf.of(1));
        assert a == 1 : "a " + a;
        assert a == await(Leaf.of(1)) : await(Leaf.of("message"));
        return Future.ready(await(Leaf.of("OK")));
    }
}
