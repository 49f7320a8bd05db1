// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Switch expressions of which arms throw, below other values on the stack. */
final class SwitchesThatThrow {
    private SwitchesThatThrow() {}

    @Async
    static Future.OfInt value(int n) {
        return Future.ready(await(Leaf.of(100)) + switch (n) {
            case 0 -> await(Leaf.of(1));
            case 1 -> throw new IllegalStateException(await(Leaf.of("one")));
            case 2 -> {
                if (await(Leaf.of(true))) {
                    throw new IllegalArgumentException("two");
                }
                yield 2;
            }
            default -> throw await(Leaf.of(new UnsupportedOperationException("more")));
        });
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; i < 4; i++) {
            try {
                r += await(value(i));
            } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
                r += e.getMessage();
            }
        }
        return Future.ready(r.equals("101onetwomore") ? "OK" : r);
    }
}
