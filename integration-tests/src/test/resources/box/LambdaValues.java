// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Conditionals, switches and casts of lambdas, lambdas that make futures, and block lambdas. */
final class LambdaValues {
    private LambdaValues() {}

    @Async
    static Future<String> show(String s, int n) {
        return Future.ready(s + await(Leaf.of(n)));
    }

    @Async
    static Future<String> box() {
        boolean up = await(Leaf.of(true));
        IntBinaryOperator f = up ? (a, b) -> a + b : (a, b) -> a - b;
        IntUnaryOperator g = switch (await(Leaf.of("double"))) {
            case "double" -> n -> n * 2;
            default -> n -> {
                throw new IllegalStateException();
            };
        };
        Supplier<Future<String>> later = () -> show("later", f.applyAsInt(1, 2));
        Function<Integer, Future<String>> counted = n -> {
            String s = "c" + n;
            return show(s, g.applyAsInt(n));
        };
        String r = await(later.get()) + await(counted.apply(await(Leaf.of(4))));
        r += ((Supplier<String>) () -> "now").get() + await(Leaf.of(((IntSupplier) () -> 6).getAsInt()));
        Supplier<Supplier<Future<String>>> nested = () -> () -> show("deep", 9);
        return Future.ready((r + await(nested.get().get())).equals("later3c48now6deep9") ? "OK" : r);
    }
}
