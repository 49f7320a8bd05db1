// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.IntSupplier;

/** Inner classes three deep that read and write the fields of all of them across awaits. */
final class DeepInner {
    private DeepInner() {}

    private int a = 1;

    class First {
        private int b = 2;

        class Second {
            private int c = 3;

            @Async
            private Future.OfInt sum(int d) {
                a += await(Leaf.of(d));
                b *= await(Leaf.of(a));
                DeepInner.this.a++;
                First.this.b -= await(Leaf.of(1)) + c++;
                IntSupplier s = () -> a * 100 + b * 10 + c;
                await(Leaf.nothing());
                a = 0;
                return Future.ready(s.getAsInt() + d);
            }
        }
    }

    private static final class Hidden {
        private static int count = 5;
        private final int own;

        private Hidden(int own) {
            this.own = own;
        }

        private int times(int n) {
            return own * n;
        }
    }

    @Async
    static Future<String> box() {
        DeepInner outer = new DeepInner();
        First first = outer.new First();
        int n = await(first.new Second().sum(4)) + first.b + outer.a;
        Hidden.count = 5;
        Hidden.count += await(Leaf.of(1));
        n += new Hidden(await(Leaf.of(2))).times(Hidden.count) + new Hidden(await(Leaf.of(3))).own;
        return Future.ready(n == 89 ? "OK" : "n " + n);
    }
}
