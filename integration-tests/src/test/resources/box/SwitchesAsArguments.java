// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Switch expressions among the arguments of calls and inside each other. */
final class SwitchesAsArguments {
    private SwitchesAsArguments() {}

    private static String show(Object a, long b, double c, String... rest) {
        return a + "/" + b + "/" + c + "/" + String.join("", rest);
    }

    @Async
    static Future<String> make(int n) {
        return Future.ready(show(
                switch (n) {
                    case 1 -> await(Leaf.of("a"));
                    case 2 -> await(Leaf.of(2));
                    default -> null;
                },
                switch (switch (await(Leaf.of(n))) {
                    case 1 -> "x";
                    default -> "y";
                }) {
                    case "x" -> await(Leaf.of(7));
                    default -> 8L;
                },
                await(Leaf.of(n)) + switch (n) {
                    case 3 -> await(Leaf.of(1.5));
                    default -> (byte) 1;
                },
                "r",
                switch (n) {
                    case 1:
                        yield await(Leaf.of("s"));
                    default:
                        for (int i = 0; ; i++) {
                            if (await(Leaf.of(i)) == n) {
                                yield "" + i;
                            }
                        }
                }));
    }

    @Async
    static Future<String> box() {
        String r = await(make(1)) + " " + await(make(2)) + " " + await(make(3));
        return Future.ready(r.equals("a/7/2.0/rs 2/8/3.0/r2 null/8/4.5/r3") ? "OK" : r);
    }
}
