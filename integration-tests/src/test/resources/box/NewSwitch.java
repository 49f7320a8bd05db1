// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Switch expressions over strings and enums, with yield, on a stack that is not empty. */
final class NewSwitch {
    private NewSwitch() {}

    private enum Colour {
        RED,
        GREEN
    }

    @Async
    static Future.OfInt weight(String name, Colour colour) {
        int base = 100;
        return Future.ready(base
                + switch (await(Leaf.of(name))) {
                    case "one" -> await(Leaf.of(1));
                    case "two", "zwei" -> {
                        int half = await(Leaf.of(1));
                        yield half + await(Leaf.of(half));
                    }
                    default -> 0;
                }
                * switch (colour) {
                    case RED -> await(Leaf.of(10));
                    case GREEN -> 20;
                });
    }

    @Async
    static Future<String> box() {
        int sum = await(weight("one", Colour.RED)) + await(weight("zwei", Colour.GREEN)) + await(weight("x", Colour.RED));
        return Future.ready(sum == 350 ? "OK" : "sum " + sum);
    }
}
