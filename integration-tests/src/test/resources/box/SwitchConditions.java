// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Switch expressions that are conditions: of if, of loops, of conditional and logical operators. */
final class SwitchConditions {
    private SwitchConditions() {}

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; switch (await(Leaf.of(i))) {
            case 3 -> false;
            default -> await(Leaf.of(true));
        }; i++) {
            if (switch (i) {
                case 1 -> await(Leaf.of(true));
                default -> i > 1;
            } && !switch (i) {
                case 2 -> await(Leaf.of(true));
                default -> false;
            }) {
                r += "if" + i;
            } else {
                r += switch (i) {
                    case 0 -> await(Leaf.of(true));
                    default -> false;
                } ? "yes" : await(Leaf.of("no"));
            }
        }
        return Future.ready(r.equals("yesif1no") ? "OK" : r);
    }
}
