// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Overloaded async methods, by number, by type, and by primitive type. */
final class Overloads {
    private Overloads() {}

    @Async
    static Future<String> f(int x) {
        return Future.ready("int" + await(Leaf.of(x)));
    }

    @Async
    static Future<String> f(long x) {
        return Future.ready("long" + await(Leaf.of(x)));
    }

    @Async
    static Future<String> f(Object x) {
        await(Leaf.nothing());
        return Future.ready("object" + x);
    }

    @Async
    static Future<String> f(int x, int[] y) {
        return Future.ready("two" + (x + y[await(Leaf.of(0))]));
    }

    @Async
    static Future<String> box() {
        String r = await(f(1)) + await(f(1L)) + await(f("s")) + await(f(1, new int[] {2}));
        return Future.ready(r.equals("int1long1objectstwo3") ? "OK" : r);
    }
}
