// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Resources close in reverse order, once, around awaits in every part. */
final class TryWithResources {
    private TryWithResources() {}

    static final class Res implements AutoCloseable {
        private final String name;

        Res(String name) {
            this.name = name;
            log("open " + name);
        }

        @Override
        public void close() {
            log("close " + name);
            if (name.startsWith("bad")) {
                throw new IllegalStateException(name);
            }
        }
    }

    @Async
    static Future<Res> open(String name) {
        return Future.ready(new Res(await(Leaf.of(name))));
    }

    @Async
    static Future.OfInt use(String second, boolean fail) {
        try (Res a = new Res("a"); // not in the report: closes, and then throws
                Res b = await(open(second));
                Res none = null) {
            int x = await(Leaf.of(a.name.length() + b.name.length()));
            if (fail) {
                throw new IllegalArgumentException("body");
            }
            return Future.ready(x);
        } finally {
            log("after " + await(Leaf.of(second)));
        }
    }

    @Async
    static Future<String> box() {
        int n = await(use("b", false));
        try {
            await(use("bad", true));
            return Future.ready("no exception");
        } catch (IllegalArgumentException e) {
            n += e.getSuppressed().length;
        }
        try {
            await(use("bad2", false));
        } catch (IllegalStateException e) {
            n += e.getMessage().length();
        }
        return Future.ready(n == 7 ? "OK" : "n " + n);
    }
}
