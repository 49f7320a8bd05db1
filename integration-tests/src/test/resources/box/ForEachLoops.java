// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;
import java.util.Map;

/** Enhanced for over an array, a list and a map while its parts are awaited. */
final class ForEachLoops {
    private ForEachLoops() {}

    @Async
    static Future<String> box() {
        int sum = 0;
        for (int i : new int[] {await(Leaf.of(1)), 2}) {
            for (String s : List.of("a", await(Leaf.of("bc")))) {
                sum += i * s.length() * await(Leaf.of(1));
            }
        }
        for (Map.Entry<String, Integer> entry : Map.of("k", 5).entrySet()) {
            sum += await(Leaf.of(entry.getKey())).length() + entry.getValue();
        }
        return Future.ready(sum == 15 ? "OK" : "sum " + sum);
    }
}
