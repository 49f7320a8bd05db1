// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;
import java.util.function.BiFunction;

/** Variables and patterns without a name: in loops, catch, resources, lambdas, records and switches. */
final class UnnamedVariables {
    private UnnamedVariables() {}

    record Pair<A, B>(A a, B b) {}

    sealed interface Shape permits Dot, Line {}

    record Dot() implements Shape {}

    record Line(int length, Object style) implements Shape {}

    @Async
    static Future.OfInt size(Shape shape) {
        return Future.ready(switch (shape) {
            case Dot _ -> await(Leaf.of(1));
            case Line(int length, _) when await(Leaf.of(length)) > 10 -> 10;
            case Line(var length, String _) -> length + await(Leaf.of(100));
            case Line(_, _) -> await(Leaf.of(2));
        });
    }

    @Async
    static Future<String> box() {
        int n = 0;
        for (var _ : List.of(1, 2, 3)) {
            n += await(Leaf.of(1));
        }
        for (int i = 0, _ = await(Leaf.of(5)); i < 2; i++) {
            n += 10;
        }
        try (AutoCloseable _ = () -> log("closed")) {
            var _ = await(Leaf.of("dropped"));
            throw new IllegalStateException();
        } catch (Exception _) {
            n += await(Leaf.of(100));
        }
        BiFunction<Integer, Integer, Integer> first = (a, _) -> a;
        n += first.apply(await(Leaf.of(1000)), await(Leaf.of(5)));
        Object o = new Pair<>(new Pair<>(await(Leaf.of(3)), "x"), 4);
        if (o instanceof Pair<?, ?>(Pair<?, ?>(Integer a, _), _) && await(Leaf.of(a)) == 3) {
            n += a;
        }
        String r = n + " " + await(size(new Dot())) + await(size(new Line(11, 0))) + await(size(new Line(5, "s")));
        r += await(size(new Line(5, 6)));
        return Future.ready(r.equals("1126 1101052") ? "OK" : r);
    }
}
