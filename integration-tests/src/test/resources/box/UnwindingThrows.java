// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Clean-up that throws replaces what the caller of cancel sees. */
final class UnwindingThrows {
    private UnwindingThrows() {}

    @Async
    static Future<String> box() {
        String s = await(Leaf.of("a"));
        try {
            s += await(Leaf.of("b"));
            s += await(Leaf.of("c"));
        } finally {
            if (!s.equals("abc")) {
                throw new IllegalArgumentException("clean-up of " + s);
            }
        }
        return Future.ready("OK");
    }
}
