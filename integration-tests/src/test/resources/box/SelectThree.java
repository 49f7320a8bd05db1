// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** select of three in a loop, with a switch over what won. */
// woven only
final class SelectThree {
    private SelectThree() {}

    @Async
    static Future.OfInt wait(int turns) {
        for (int i = 0; i < turns; i++) {
            await(Leaf.nothing());
        }
        return Future.ready(turns);
    }

    @Async
    static Future<String> box() {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            var r = await(select(wait(2 + i % 2), wait(2 + (i + 1) % 3), wait(4)));
            switch (r.index()) {
                case 0 -> sum += r.first().getAsInt();
                case 1 -> sum += 10 * r.second().getAsInt();
                default -> sum += 100 * r.third().getAsInt();
            }
        }
        return Future.ready(sum == 24 || sum == 25 || sum == 7 ? "OK" : "sum " + sum);
    }
}
