// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Unary operators and long chains of conditionals over awaits, as conditions and as values. */
final class UnaryAndConditional {
    private UnaryAndConditional() {}

    @Async
    static Future<String> grade(int points) {
        return Future.ready(
                await(Leaf.of(points)) > 90
                        ? "a"
                        : points > await(Leaf.of(80))
                                ? await(Leaf.of("b"))
                                : points > 70 && await(Leaf.of(true)) ? "c" : points < 0 ? null : await(Leaf.of("d")));
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int points : new int[] {95, 85, 75, 5, -5}) {
            r += await(grade(points));
        }
        int n = 5;
        n = -await(Leaf.of(n)) + ~await(Leaf.of(n)) - (+await(Leaf.of(n)) - -(-n));
        r += n;
        if (await(Leaf.of(n)) > 0 ? await(Leaf.of(true)) : !await(Leaf.of(true))) {
            r += "yes";
        } else if (!(await(Leaf.of(n)) != -11) == true) {
            r += "no";
        }
        r += (await(Leaf.of(true)) ? await(Leaf.of(1)) : 2) + (n < await(Leaf.of(0)) ? 10L : await(Leaf.of(20)));
        return Future.ready(r.equals("abcdnull-11no11") ? "OK" : r);
    }
}
