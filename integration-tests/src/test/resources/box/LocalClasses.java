// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** Local and anonymous classes and records made between awaits. */
final class LocalClasses {
    private LocalClasses() {}

    @Async
    static Future<String> box() {
        int a = await(Leaf.of(1));
        record Point(int x, int y) {}
        Point p = new Point(a, await(Leaf.of(2)));
        class Counter {
            int count = a;

            int next() {
                return count += p.y();
            }
        }
        Counter counter = new Counter();
        counter.next();
        String s = await(Leaf.of("s"));
        Supplier<String> anonymous = new Supplier<>() {
            @Override
            public String get() {
                return s + counter.next() + p;
            }
        };
        await(Leaf.nothing());
        String r = anonymous.get();
        return Future.ready(r.equals("s5Point[x=1, y=2]") ? "OK" : r);
    }
}
