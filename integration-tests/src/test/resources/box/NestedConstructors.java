// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Constructors among the arguments of constructors, varargs and generic ones, each with awaits. */
final class NestedConstructors {
    private NestedConstructors() {}

    record Pair<A, B>(A a, B b) {}

    static final class Bag {
        final List<Object> items;

        @SafeVarargs
        <T> Bag(String first, T... rest) {
            items = new ArrayList<>();
            items.add(first);
            items.addAll(Arrays.asList(rest));
        }

        Bag(Bag other) {
            items = List.of("copy", other.items.size());
        }
    }

    @Async
    static Future<String> box() {
        var p = new Pair<>(await(Leaf.of(1)), new Pair<>(new Pair<>(await(Leaf.of("x")), 2L), await(Leaf.of(3L))));
        Bag bag = new Bag(await(Leaf.of("f")), await(Leaf.of(4)), new Bag(new Bag("g", await(Leaf.of(5)))).items, 'c');
        Bag typed = new <String>Bag("h", await(Leaf.of("i")), "j");
        Object o = new Object[] {new Pair<>(new int[] {await(Leaf.of(6))}.length, null)}[0];
        String r = p + "" + bag.items + typed.items + o + new StringBuilder(await(Leaf.of("k"))).append(new char[] {
            (char) await(Leaf.of(108))
        });
        String expected = "Pair[a=1, b=Pair[a=Pair[a=x, b=2], b=3]][f, 4, [copy, 2], c][h, i, j]Pair[a=1, b=null]kl";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
