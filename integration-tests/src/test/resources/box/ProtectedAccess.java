// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import box.support.Shelf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Protected members of a superclass in another package, its constructor and super calls, also from lambdas. */
final class ProtectedAccess {
    private ProtectedAccess() {}

    static final class Mine extends Shelf {
        Mine(int size) {
            super(size);
        }

        @Override
        protected String label(int n) {
            return "mine" + n;
        }

        @Async
        Future<String> work() {
            String r = label(await(Leaf.of(1))) + super.label(await(Leaf.of(2)));
            size += await(Leaf.of(10));
            this.size++;
            Supplier<String> later = () -> super.label(size);
            await(Leaf.nothing());
            UnaryOperator<Integer> added = this::added;
            r += later.get() + added.apply(await(Leaf.of(5))) + Shelf.count(await(Leaf.of(3)));
            Shelf anonymous = new Shelf(await(Leaf.of(7))) {
                @Override
                protected String label(int n) {
                    return super.label(n + size);
                }

                @Override
                public String toString() {
                    return label(1);
                }
            };
            return Future.ready(r + anonymous);
        }
    }

    @Async
    static Future<String> box() {
        String r = await(new Mine(await(Leaf.of(1))).work());
        return Future.ready(r.equals("mine1shelf2shelf12176shelf8") ? "OK" : r);
    }
}
