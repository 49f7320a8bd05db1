// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** Final variables that are assigned on each path, by awaits in branches, switches and try. */
final class BlankFinals {
    private BlankFinals() {}

    @Async
    static Future<String> pick(int n) {
        final int a;
        final long b;
        final String c;
        if (await(Leaf.of(n)) > 1) {
            a = await(Leaf.of(10));
        } else {
            a = -1;
        }
        switch (n) {
            case 0:
                b = await(Leaf.of(100L));
                break;
            case 1:
            default:
                b = await(Leaf.of(200L)) + a;
        }
        String d;
        try {
            d = await(Leaf.of("d"));
            if (n == 2) {
                throw new IllegalStateException();
            }
        } catch (IllegalStateException e) {
            d = await(Leaf.of("e"));
        }
        c = d;
        final boolean f;
        boolean g = (f = await(Leaf.of(n == 0))) || !f;
        Supplier<String> s = () -> a + ":" + b + c + f;
        await(Leaf.nothing());
        return Future.ready(s.get() + g);
    }

    @Async
    static Future<String> box() {
        String r = await(pick(0)) + await(pick(1)) + await(pick(2));
        return Future.ready(r.equals("-1:100dtruetrue-1:199dfalsetrue10:210efalsetrue") ? "OK" : r);
    }
}
