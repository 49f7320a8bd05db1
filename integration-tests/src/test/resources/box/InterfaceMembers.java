// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** Async methods of interfaces: static, private and default, with this and with lambdas. */
final class InterfaceMembers {
    private InterfaceMembers() {}

    interface Source {
        int base();

        @Async
        default Future.OfInt twice(int n) {
            int b = await(Leaf.of(base()));
            Supplier<Integer> s = () -> base() + b;
            return Future.ready(n * s.get() + await(hidden(n)));
        }

        @Async
        private Future.OfInt hidden(int n) {
            await(Leaf.nothing());
            return Future.ready(n + base());
        }

        @Async
        static Future.OfInt both(Source a, Source b) {
            return Future.ready(await(a.twice(1)) + await(b.twice(2)));
        }
    }

    @Async
    static Future<String> box() {
        int n = await(Source.both(() -> 3, () -> 4));
        return Future.ready(n == 32 ? "OK" : "n " + n);
    }
}
