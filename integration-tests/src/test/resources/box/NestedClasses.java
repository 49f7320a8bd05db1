// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Async methods of nested and inner classes, with the fields of the classes around them. */
final class NestedClasses {
    private NestedClasses() {}

    private int outer = 3;

    final class Inner {
        private int mine = 4;

        @Async
        Future.OfInt sum() {
            int a = await(Leaf.of(outer));
            outer++;
            return Future.ready(a + mine + outer + await(new Deeper().times(2)));
        }

        final class Deeper {
            @Async
            private Future.OfInt times(int n) {
                return Future.ready(await(Leaf.of(n)) * mine * outer);
            }
        }
    }

    static final class Nested {
        @Async
        static Future.OfInt one() {
            return Future.ready(await(Leaf.of(1)));
        }
    }

    @Async
    static Future<String> box() {
        int r = await(new NestedClasses().new Inner().sum()) + await(Nested.one());
        return Future.ready(r == 44 ? "OK" : "r " + r);
    }
}
