// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Async methods of local classes: captures, fields, private and final ones, static ones of local records. */
final class LocalClassMethods {
    private LocalClassMethods() {}

    private final String field = "f";

    @Async
    private Future<String> work(int parameter) {
        String local = await(Leaf.of("l"));
        class Counter {
            private int count = parameter;

            @Async
            Future<String> next(String s) {
                count += await(Leaf.of(1));
                return Future.ready(s + count + local + field + await(twice(count)));
            }

            @Async
            private Future.OfInt twice(int n) {
                return Future.ready(await(Leaf.of(n)) * 2 + parameter);
            }

            @Async
            final Future<Void> reset() {
                await(Leaf.nothing());
                count = 0;
                return Future.done();
            }

            Future<String> block() {
                return async(() -> Future.ready("b" + count + local + await(twice(1))));
            }
        }
        Counter counter = new Counter();
        String r = await(counter.next("a")) + await(counter.next("b"));
        await(counter.reset());
        r += counter.count + await(counter.block());
        record Pair(int a, int b) {
            @Async
            Future.OfInt sum() {
                return Future.ready(a + await(Leaf.of(b)));
            }

            @Async
            static Future<Pair> of(int a) {
                return Future.ready(new Pair(a, await(Leaf.of(a + 1))));
            }
        }
        return Future.ready(r + await(await(Pair.of(3)).sum()));
    }

    @Async
    static Future<String> box() {
        String r = await(new LocalClassMethods().work(10));
        return Future.ready(r.equals("a11lf32b12lf340b0l127") ? "OK" : r);
    }
}
