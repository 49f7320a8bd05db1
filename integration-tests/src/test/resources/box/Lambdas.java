// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Lambdas and method references that capture variables before and after awaits. */
final class Lambdas {
    private Lambdas() {}

    private final String field = "f";

    private String own(String s) {
        return field + s;
    }

    @Async
    private Future<String> work(int parameter) {
        Supplier<String> before = () -> own("" + parameter);
        int awaited = await(Leaf.of(2));
        String text = await(Leaf.of("t"));
        IntSupplier after = () -> parameter + awaited;
        Function<String, String> reference = text::concat;
        await(Leaf.nothing());
        Supplier<IntSupplier> nested = () -> () -> awaited + after.getAsInt();
        UnaryOperator<String> method = this::own;
        String r = before.get() + after.getAsInt() + reference.apply(await(Leaf.of("u"))) + nested.get().getAsInt();
        return Future.ready(r + method.apply(await(Leaf.of("v"))));
    }

    @Async
    static Future<String> box() {
        String r = await(new Lambdas().work(1));
        return Future.ready(r.equals("f13tu5fv") ? "OK" : r);
    }
}
