// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** Local and anonymous classes with async methods within blocks and lambdas, and blocks in those. */
final class LocalClassesInBlocks {
    private LocalClassesInBlocks() {}

    interface Step {
        Future<String> go(String s);
    }

    @Async
    static Future<String> box() {
        String outer = await(Leaf.of("o"));
        String r = await(async(() -> {
            int n = await(Leaf.of(1));
            class Deep {
                @Async
                Future<String> dig(String s) {
                    String t = await(Leaf.of(s)) + outer + n;
                    return async(() -> Future.ready(t + await(Leaf.of("d"))));
                }
            }
            Step step = new Step() {
                @Override
                @Async
                public Future<String> go(String s) {
                    return Future.ready(await(new Deep().dig(s)) + n);
                }
            };
            return Future.ready(await(step.go("x")) + await(new Deep().dig("y")));
        }));
        Supplier<Step> maker = () -> new Step() {
            @Override
            @Async
            public Future<String> go(String s) {
                return Future.ready(s + await(Leaf.of(outer)));
            }
        };
        r += await(maker.get().go("z"));
        return Future.ready(r.equals("xo1d1yo1dzo") ? "OK" : r);
    }
}
