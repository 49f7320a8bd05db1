// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Interfaces are initialised by their fields and default methods alone. */
final class InitialisationOfInterfaces {
    private InitialisationOfInterfaces() {}

    interface Plain {
        Object FIELD = seen("Plain");

        void run();
    }

    interface WithDefault {
        Object FIELD = seen("WithDefault");

        @Async
        default Future.OfInt twice(int n) {
            return Future.ready(await(Leaf.of(n)) * 2);
        }

        @Async
        static Future.OfInt once(int n) {
            return Future.ready(await(Leaf.of(n)));
        }
    }

    static final class Both implements Plain, WithDefault {
        static {
            log("Both");
        }

        Both(int n) {
            log("new Both " + n);
        }

        @Override
        public void run() {
            log("run");
        }
    }

    interface Late {
        int VALUE = seen(7);

        @Async
        static Future.OfInt once(int n) {
            return Future.ready(await(Leaf.of(n)) + VALUE);
        }
    }

    @Async
    static Future<String> box() {
        Both both = new Both(await(Leaf.of(1)));
        both.run();
        int n = await(both.twice(await(Leaf.of(2)))) + await(WithDefault.once(3));
        n += await(Leaf.of(10)) + await(Late.once(seen(4)));
        Object plain = await(Leaf.of(1)) + "" + Plain.FIELD;
        return Future.ready(n == 28 && plain.equals("1Plain") ? "OK" : n + " " + plain);
    }
}
