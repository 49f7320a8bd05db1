// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Overriding, covariant and generic async methods, with the bridges that javac makes. */
final class Hierarchy {
    private Hierarchy() {}

    abstract static class Base<T> {
        @Async
        Future<T> load(T t) {
            return Future.ready(await(Leaf.of(t)));
        }

        @Async
        protected Future<Object> any() {
            return Future.ready((Object) await(Leaf.of("base")));
        }
    }

    static class Derived extends Base<String> {
        @Override
        @Async
        Future<String> load(String t) {
            return Future.ready(await(super.load(t)) + await(Leaf.of("+")));
        }

        @Override
        @Async
        protected Future<Object> any() {
            Object o = await(super.any());
            return Future.ready((Object) (o + "-derived"));
        }
    }

    @Async
    static Future<String> box() {
        Base<String> base = new Derived();
        String r = await(base.load("x")) + await(new Derived().load("y")) + await(base.any());
        return Future.ready(r.equals("x+y+base-derived") ? "OK" : r);
    }
}
