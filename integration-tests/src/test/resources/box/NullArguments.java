// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

/** null among arguments and in variables while later arguments await, of classes, arrays and type variables. */
final class NullArguments {
    private NullArguments() {}

    static String show(String a, int[] b, Object c, Integer d, String... e) {
        return a + (b == null) + c + d + (e == null ? "none" : e.length);
    }

    static <T> String pick(T a, T b, List<? extends T> c) {
        return a + "" + b + (c == null);
    }

    @Async
    static Future<String> pass(String a, Object[] b, int c, List<String> d) {
        String e = null;
        int[] f = null;
        await(Leaf.nothing());
        return Future.ready(show(a, f, e, null, await(Leaf.of("x"))) + (b == null) + c + d);
    }

    @Async
    static Future<String> box() {
        String r = show(null, null, null, await(Leaf.of(1)), (String[]) null) + " ";
        r += pick(null, await(Leaf.of("b")), null) + " ";
        r += await(pass(null, null, await(Leaf.of(2)), null)) + " ";
        Object n = null;
        String s = (String) n;
        r += show(s, (int[]) null, n, await(Leaf.of(3)), null, await(Leaf.of("y"))) + " ";
        r += (n == null ? null : n.toString()) + await(Leaf.of("z"));
        String expected = "nulltruenull1none nullbtrue nulltruenullnull1true2null nulltruenull32 nullz";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
