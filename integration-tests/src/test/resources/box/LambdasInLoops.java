// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lambdas that capture a variable of each turn, of patterns, of catch and of resources, called after more awaits. */
final class LambdasInLoops {
    private LambdasInLoops() {}

    @Async
    static Future<String> box() {
        List<Supplier<String>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int turn = await(Leaf.of(i * 10));
            all.add(() -> "t" + turn);
        }
        for (String s : List.of("p", "q")) {
            await(Leaf.nothing());
            all.add(() -> s + s.length());
        }
        Object o = await(Leaf.of((Object) 7));
        if (o instanceof Integer n && await(Leaf.of(true))) {
            all.add(() -> "n" + n);
        }
        try (AutoCloseable resource = () -> all.add(() -> "closed")) {
            await(Leaf.nothing());
            all.add(() -> "r" + (resource != null));
            throw new IllegalStateException("x");
        } catch (Exception e) {
            await(Leaf.nothing());
            all.add(e::getMessage);
        }
        IntUnaryOperator[] recursive = new IntUnaryOperator[1];
        recursive[0] = k -> k < 2 ? 1 : k * recursive[0].applyAsInt(k - 1);
        int product = recursive[0].applyAsInt(await(Leaf.of(5)));
        String r = all.stream().map(Supplier::get).collect(Collectors.joining(" ")) + product;
        return Future.ready(r.equals("t0 t10 t20 p1 q1 n7 rtrue closed x120") ? "OK" : r);
    }
}
