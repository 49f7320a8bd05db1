// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** return of a call, of a parameter, of a mix of ready and others, of a variable. */
final class ReturnsOfFutures {
    private ReturnsOfFutures() {}

    @Async
    static Future<String> leaf(String s) {
        return Leaf.of(s);
    }

    @Async
    static Future<String> call(String s) {
        await(Leaf.nothing());
        return leaf(s);
    }

    @Async
    static Future<String> given(Future<String> f) {
        return f;
    }

    @Async
    static Future.OfInt mixed(int n) {
        int a = await(Leaf.of(n));
        return a == 0 ? Future.ready(10) : a == 1 ? Leaf.of(20) : mixedDeeper(a);
    }

    @Async
    private static Future.OfInt mixedDeeper(int a) {
        Future.OfInt f = Future.ready(a);
        if (await(Leaf.of(a)) == 2) {
            return f;
        }
        return Leaf.of(a);
    }

    @Async
    static Future<String> bySwitch(int n) {
        return switch (await(Leaf.of(n))) {
            case 0 -> Future.ready("zero");
            case 1 -> leaf("one");
            default -> throw new IllegalArgumentException("n " + n);
        };
    }

    @Async
    static Future<Void> nothing() {
        return Leaf.nothing();
    }

    @Async
    static Future<String> box() {
        String r = await(call("a")) + await(given(Leaf.of("b"))) + await(mixed(0)) + await(mixed(1)) + await(mixed(2))
                + await(mixed(3)) + await(bySwitch(0)) + await(bySwitch(1)) + await(nothing());
        return Future.ready(r.equals("ab102023zeroonenull") ? "OK" : r);
    }
}
