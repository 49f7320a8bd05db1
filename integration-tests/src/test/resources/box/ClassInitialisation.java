// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** new initialises its class before the arguments are evaluated, also with awaits among them. */
final class ClassInitialisation {
    private ClassInitialisation() {}

    static final class First {
        static {
            log("init First");
        }

        First(Object argument) {
            log("new First " + argument);
        }
    }

    static final class Second {
        static final int VALUE = seen(5);

        private Second() {}

        @Async
        static Future.OfInt value(int x) {
            return Future.ready(VALUE + await(Leaf.of(x)));
        }
    }

    @Async
    static Future<String> box() {
        Object o = new First(await(Leaf.of("argument")));
        int n = seen(1) + await(Second.value(seen(2)));
        return Future.ready(o != null && n == 8 ? "OK" : "n " + n);
    }
}
