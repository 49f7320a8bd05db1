// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** try, catch, finally and resources in blocks and around them. */
final class BlockInTry {
    private BlockInTry() {}

    static final class Resource implements AutoCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
            log("open " + name);
        }

        @Override
        public void close() {
            log("close " + name);
        }
    }

    @Async
    static Future<String> box() {
        String r = "";
        try (Resource outer = new Resource("outer")) {
            r = await(async(() -> {
                try (Resource inner = new Resource("inner")) {
                    String s = await(Leaf.of(inner.name));
                    try {
                        return Future.ready(s + await(Leaf.of("+")));
                    } finally {
                        log("finally " + await(Leaf.of(outer.name)));
                    }
                } catch (IllegalStateException e) {
                    return Future.ready("never");
                }
            }));
        } finally {
            String last = r;
            r = await(async(() -> Future.ready(last + await(Leaf.of("end")))));
        }
        return Future.ready(r.equals("inner+end") ? "OK" : r);
    }
}
