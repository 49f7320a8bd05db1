// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Overriding follows the method's own visibility: private methods are not overridden, others are. */
final class DispatchVisibility {
    private DispatchVisibility() {}

    static class Base {
        @Async
        private Future<String> hidden() {
            return Future.ready(await(Leaf.of("base hidden")));
        }

        @Async
        Future<String> local() {
            return Future.ready(await(Leaf.of("base local")));
        }

        @Async
        protected final Future<String> fixed() {
            return Future.ready(await(local()) + "," + await(hidden()));
        }

        @Async
        static Future<String> shared() {
            return Future.ready(await(Leaf.of("base shared")));
        }
    }

    static class Sub extends Base {
        @Async
        private Future<String> hidden() {
            return Future.ready(await(Leaf.of("sub hidden")));
        }

        @Override
        @Async
        public Future<String> local() {
            return Future.ready(await(super.local()) + "+" + await(hidden()));
        }

        @Async
        static Future<String> shared() {
            return Future.ready(await(Leaf.of("sub shared")));
        }
    }

    @Async
    static Future<String> box() {
        Base base = new Sub();
        String r = await(base.fixed()) + ";" + await(base.hidden()) + ";" + await(Sub.shared());
        return Future.ready(r.equals("base local+sub hidden,base hidden;base hidden;sub shared") ? "OK" : r);
    }
}
