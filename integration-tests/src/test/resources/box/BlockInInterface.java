// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks in default, static and private methods of interfaces, and in their constants. */
final class BlockInInterface {
    private BlockInInterface() {}

    interface Named {
        Future<String> CONSTANT = async(() -> Future.ready("c" + await(Leaf.of(0))));

        String name();

        default Future<String> greeting(int n) {
            return async(() -> Future.ready(hello(await(Leaf.of(n)))));
        }

        private String hello(int n) {
            return "hello" + n + name();
        }

        static Future<String> fixed(long l) {
            return async(() -> Future.ready("fixed" + await(Leaf.of(l))));
        }

        @Async
        default Future<String> nested(String s) {
            String r = await(async(() -> {
                String t = await(async(() -> Future.ready(name() + await(Leaf.of(s)))));
                return Future.ready(t + s);
            }));
            return Future.ready(r);
        }
    }

    @Async
    static Future<String> box() {
        Named named = () -> "N";
        String r = await(named.greeting(1)) + await(Named.fixed(2L)) + await(named.nested("s"));
        return Future.ready(r.equals("hello1Nfixed2Nss") ? "OK" : r);
    }
}
