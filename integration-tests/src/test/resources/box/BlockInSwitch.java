// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks as branches of switches and conditions, in arguments, and under other operands. */
final class BlockInSwitch {
    private BlockInSwitch() {}

    private static String join(String a, Future<String> f, String b) {
        log("join " + a + b);
        return a + b;
    }

    @Async
    static Future<String> box() {
        StringBuilder r = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int n = i;
            r.append(i).append(await(switch (n) {
                case 0 -> async(() -> Future.ready("zero" + await(Leaf.of(n))));
                case 1 -> {
                    String s = await(Leaf.of("one"));
                    yield async(() -> Future.ready(s));
                }
                default -> n == 2 ? async(() -> Future.ready("two" + await(Leaf.of("!")))) : Leaf.of("three");
            }));
        }
        int sum = 100 + await(asyncInt(() -> Future.ready(await(Leaf.of(5))))) * await(Leaf.of(2));
        r.append(sum).append(join(await(Leaf.of("l")), async(() -> Future.ready("unused")), await(Leaf.of("r"))));
        String s = new String(await(async(() -> Future.ready(await(Leaf.of("made"))))) + sum);
        String all = r + s;
        return Future.ready(all.equals("0zero01one2two!3three110lrmade110") ? "OK" : all);
    }
}
