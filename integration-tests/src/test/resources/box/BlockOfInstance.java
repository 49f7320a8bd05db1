// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks of instance methods use fields, private methods, super and the object around. */
final class BlockOfInstance {
    private BlockOfInstance() {}

    static class Base {
        String who() {
            return "base";
        }

        @Async
        Future<String> greet0() {
            return Future.ready(await(Leaf.of(who())));
        }

        @Async
        Future<String> greet(String s) {
            return Future.ready("hi " + await(Leaf.of(s)));
        }
    }

    static final class Derived extends Base {
        private int count;

        @Override
        String who() {
            return "derived";
        }

        private String mine() {
            return "mine" + ++count;
        }

        final class Inner {
            Future<String> make() {
                return async(() -> {
                    count += await(Leaf.of(5));
                    return Future.ready(who() + Derived.this.mine());
                });
            }
        }

        @Async
        Future<String> work() {
            String r = await(async(() -> Future.ready(super.who() + await(Leaf.of(who())) + mine())));
            r += await(async(() -> super.greet("s")));
            r += await(async(super::greet0)) + count;
            return Future.ready(r + await(new Inner().make()));
        }
    }

    @Async
    static Future<String> box() {
        String r = await(new Derived().work());
        return Future.ready(r.equals("basederivedmine1hi sderived1derivedmine7") ? "OK" : r);
    }
}
