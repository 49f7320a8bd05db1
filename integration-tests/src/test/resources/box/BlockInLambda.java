// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Blocks made by ordinary lambdas, and ordinary lambdas in blocks. */
final class BlockInLambda {
    private BlockInLambda() {}

    @Async
    static Future<String> box() {
        String x = await(Leaf.of("x"));
        Supplier<Future<String>> maker = () -> async(() -> Future.ready(x + await(Leaf.of(1))));
        String r = await(maker.get()) + await(maker.get());
        Function<Integer, Supplier<Future.OfInt>> deep = n -> () -> asyncInt(() -> {
            IntSupplier plain = () -> n + x.length();
            int awaited = await(Leaf.of(plain.getAsInt()));
            IntSupplier after = () -> awaited * 2;
            await(Leaf.nothing());
            return Future.ready(after.getAsInt());
        });
        r += await(deep.apply(4).get());
        return Future.ready(r.equals("x1x110") ? "OK" : r);
    }
}
