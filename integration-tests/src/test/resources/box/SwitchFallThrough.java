// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An old switch with its default in the middle, blocks, nested switches, and continue of the loop around it. */
@SuppressWarnings("fallthrough")
final class SwitchFallThrough {
    private SwitchFallThrough() {}

    @Async
    static Future<String> box() {
        StringBuilder r = new StringBuilder();
        next:
        for (int i = 0; i < 6; i++) {
            switch (i) {
                case 4:
                    r.append(await(Leaf.of("4")));
                default:
                    r.append('d');
                    if (await(Leaf.of(i)) == 5) {
                        break next;
                    }
                case 1: {
                    int local = await(Leaf.of(i));
                    r.append(local);
                }
                case 2:
                    switch (await(Leaf.of(i + 1))) {
                        case 3:
                            r.append("in");
                            break;
                        case 2:
                            continue next;
                    }
                    r.append('!');
                    break;
                case 3:
            }
            r.append('.');
        }
        return Future.ready(r.toString().equals("d0!.1in!..4d4!.d") ? "OK" : r.toString());
    }
}
