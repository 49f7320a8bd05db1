// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Objects;

/** A class that cannot be initialised, used around awaits. */
final class InitialisationFails {
    private InitialisationFails() {}

    static class Broken {
        static {
            log("broken");
            if (Objects.hash() > 0) {
                throw new IllegalStateException("cause");
            }
        }

        private final int n;

        Broken(int n) {
            this.n = n;
        }

        @Async
        static Future.OfInt call(int n) {
            return Future.ready(await(Leaf.of(n)));
        }
    }

    @Async
    static Future<String> box() {
        String r = "";
        try {
            r += new Broken(seen(await(Leaf.of(1)))).n;
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            r += "E";
        }
        try {
            r += await(Broken.call(seen(2)));
        } catch (NoClassDefFoundError e) {
            r += await(Leaf.of("N"));
        }
        return Future.ready(r.equals("EN") ? "OK" : r);
    }
}
