// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A switch with fall through, over int and in a loop. */
final class OldSwitch {
    private OldSwitch() {}

    @Async
    static Future<String> box() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            switch (await(Leaf.of(i))) {
                case 0:
                    text.append(await(Leaf.of("a")));
                case 1:
                    text.append(await(Leaf.of("b")));
                    break;
                case 2:
                    continue;
                default:
                    text.append(await(Leaf.of("d")));
            }
            text.append('.');
        }
        return Future.ready(text.toString().equals("ab.b.d.") ? "OK" : text.toString());
    }
}
