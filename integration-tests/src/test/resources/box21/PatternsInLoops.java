// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Pattern switches in loops, left by labels, with lambdas that capture pattern variables. */
final class PatternsInLoops {
    private PatternsInLoops() {}

    record Pair<A, B>(A a, B b) {}

    @Async
    static Future<String> box() {
        List<Supplier<String>> later = new ArrayList<>();
        String r = "";
        List<Object> queue = new ArrayList<>(List.of(1, "x", new Pair<>(2, "y"), new Pair<>("z", List.of(3)), 4L, 5));
        loop:
        for (int i = 0; ; i++) {
            int turn = i;
            Object o = queue.remove(0);
            switch (o) {
                case Pair<?, ?>(Integer n, String s) when await(Leaf.of(n)) == turn -> {
                    later.add(() -> s + n);
                    continue loop;
                }
                case Pair<?, ?>(var a, List<?> list) -> queue.addAll(await(Leaf.of(list)));
                case Long l -> {
                    break loop;
                }
                case Integer n -> r += await(Leaf.of(n)) + turn;
                case String s -> later.add(() -> s + s);
                default -> throw new IllegalStateException("" + o);
            }
            r += ".";
        }
        for (Supplier<String> s : later) {
            r += await(Leaf.of(s.get()));
        }
        return Future.ready(r.equals("1...xxy2") && queue.toString().equals("[5, 3]") ? "OK" : r + queue);
    }
}
