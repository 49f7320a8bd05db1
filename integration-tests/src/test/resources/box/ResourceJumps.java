// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** return, break and continue out of try-with-resources that has a catch and a finally with awaits. */
final class ResourceJumps {
    private ResourceJumps() {}

    record Res(String name) implements AutoCloseable {
        @Override
        public void close() {
            log("close " + name);
            if (name.equals("3")) {
                throw new IllegalStateException("c");
            }
        }
    }

    @Async
    static Future<String> work() {
        String r = "";
        for (int i = 0; ; i++) {
            try (Res res = new Res(await(Leaf.of("" + i)))) {
                if (i == 0) {
                    continue;
                }
                if (i == 1) {
                    throw new IllegalStateException("b");
                }
                if (i == 5) {
                    return Future.ready(r + await(Leaf.of(res.name)));
                }
                if (i == 6) {
                    break;
                }
                r += await(Leaf.of(res.name));
            } catch (IllegalStateException e) {
                r += await(Leaf.of(e.getMessage()));
            } finally {
                log(await(Leaf.of("finally")));
            }
        }
        return Future.ready("not here");
    }

    @Async
    static Future<String> box() {
        String r = await(work());
        return Future.ready(r.equals("b23c45") ? "OK" : r);
    }
}
