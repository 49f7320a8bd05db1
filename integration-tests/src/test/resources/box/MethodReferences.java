// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** References of each kind, made before and used after awaits, and the other way round. */
class MethodReferences {
    private final String name;

    MethodReferences(String name) {
        this.name = name;
    }

    String with(String s) {
        return name + s;
    }

    static String twice(String s) {
        return s + s;
    }

    static String joined(Object... parts) {
        return Arrays.toString(parts);
    }

    class Named extends MethodReferences {
        Named() {
            super("named");
        }

        @Override
        String with(String s) {
            return "no";
        }

        @Async
        final Future<String> work() {
            UnaryOperator<String> own = super::with;
            UnaryOperator<String> outer = MethodReferences.this::with;
            return Future.ready(own.apply(await(Leaf.of("1"))) + outer.apply(await(Leaf.of("2"))));
        }
    }

    @Async
    static Future<MethodReferences> make(String name) {
        await(Leaf.nothing());
        return Future.ready(new MethodReferences(name));
    }

    @Async
    static Future<String> box() {
        UnaryOperator<String> fixed = MethodReferences::twice;
        Function<String, MethodReferences> constructor = MethodReferences::new;
        BiFunction<MethodReferences, String, String> unbound = MethodReferences::with;
        MethodReferences m = constructor.apply(await(Leaf.of("m")));
        Supplier<MethodReferences> same = () -> m;
        UnaryOperator<String> bound = await(make("b"))::with;
        IntFunction<int[]> array = int[]::new;
        BiFunction<String, Integer, String> varargs = MethodReferences::joined;
        String r = fixed.apply(await(Leaf.of("f"))) + unbound.apply(m, "u") + bound.apply(await(Leaf.of("v")));
        r += array.apply(await(Leaf.of(3))).length + varargs.apply("x", await(Leaf.of(1))) + same.get().name;
        r += await(m.new Named().work());
        UnaryOperator<String> none = null;
        try {
            MethodReferences absent = await(Leaf.of((MethodReferences) null));
            none = absent::with;
            r += none;
        } catch (NullPointerException e) {
            r += none == null;
        }
        return Future.ready(r.equals("ffmubv3[x, 1]mnamed1m2true") ? "OK" : r);
    }
}
