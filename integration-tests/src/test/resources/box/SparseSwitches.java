// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Switches over ints that are far apart, up to the ends of int. */
final class SparseSwitches {
    private SparseSwitches() {}

    @Async
    static Future<String> name(int n) {
        return Future.ready(switch (await(Leaf.of(n))) {
            case Integer.MIN_VALUE -> "min";
            case -1_000_000 -> await(Leaf.of("minus"));
            case 0 -> "zero";
            case 99_999, 100_001 -> await(Leaf.of("odd"));
            case Integer.MAX_VALUE -> {
                int overflown = n + await(Leaf.of(1));
                yield overflown == Integer.MIN_VALUE ? "max" : "wrong";
            }
            default -> "none";
        });
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int n : new int[] {Integer.MIN_VALUE, -1_000_000, 0, 99_999, 100_000, 100_001, Integer.MAX_VALUE}) {
            r += await(name(n)) + " ";
        }
        return Future.ready(r.equals("min minus zero odd none odd max ") ? "OK" : r);
    }
}
