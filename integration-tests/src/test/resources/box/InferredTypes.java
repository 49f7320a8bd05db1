// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** var of types that cannot be written: anonymous classes, intersections, captures. */
final class InferredTypes {
    private InferredTypes() {}

    private static <T> T same(T t) {
        return t;
    }

    @Async
    static Future<String> box() {
        var counter = new Object() {
            int count = 5;

            int next() {
                return ++count;
            }
        };
        await(Leaf.nothing());
        counter.count += await(Leaf.of(10));
        var both = List.of(1, "two").get(await(Leaf.of(0)));
        await(Leaf.nothing());
        Comparable<?> comparable = both;
        List<?> wild = List.of("w");
        var captured = wild.get(await(Leaf.of(0)));
        var array = new ArrayList<Map<String, ? super Integer>>();
        array.add(new HashMap<>(Map.of("k", await(Leaf.of(1)))));
        for (var entry : array.get(0).entrySet()) {
            await(Leaf.nothing());
            counter.count += entry.getKey().length();
        }
        var made = same(new Object() {
            final String text = "made" + both;
        });
        await(Leaf.nothing());
        BiFunction<Integer, Integer, Integer> sum = (var a, var b) -> a + b;
        String r = counter.next() + made.text + comparable + captured + sum.apply(await(Leaf.of(2)), 3);
        return Future.ready(r.equals("17made11w5") ? "OK" : r);
    }
}
