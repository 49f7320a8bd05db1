// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Async methods of one name in several nested classes, overloaded by nested types. */
final class SameNames {
    private SameNames() {}

    static final class A {
        static final class Item {}

        @Async
        static Future<String> run(Item item) {
            return Future.ready("A" + await(Leaf.of(item)).getClass().getName().length());
        }
    }

    static final class B {
        static final class Thing {}

        @Async
        static Future<String> run(Thing thing) {
            return Future.ready("B" + await(Leaf.of(1)));
        }

        @Async
        static Future<String> run(A.Item item) {
            return Future.ready("BA" + await(A.run(item)));
        }

        @Async
        static Future<String> run(Thing[] items) {
            return Future.ready("[]" + await(Leaf.of(items.length)));
        }
    }

    @Async
    static Future<String> run() {
        return Future.ready(await(A.run(new A.Item())) + await(B.run(new B.Thing())) + await(B.run(new A.Item())));
    }

    @Async
    static Future<String> box() {
        String r = await(run()) + await(B.run(new B.Thing[await(Leaf.of(2))]));
        return Future.ready(r.equals("A20B1BAA20[]2") ? "OK" : r);
    }
}
