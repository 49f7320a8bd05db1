// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** Exceptions of body, of opening and of closing resources, and which suppresses which. */
final class ResourceFailures {
    private ResourceFailures() {}

    record Res(String name, boolean bad) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            log("close " + name);
            if (bad) {
                throw new IOException("close " + name);
            }
        }
    }

    @Async
    static Future<Res> open(String name, boolean fails, boolean bad) throws IOException {
        await(Leaf.of(name));
        if (fails) {
            throw new IOException("open " + name);
        }
        return Future.ready(new Res(name, bad));
    }

    @Async
    static Future<String> work(int n) throws IOException {
        try (Res a = await(open("a", false, n != 4)); // not in the report: closes, and then throws
                Res b = await(open("b", n == 1, n == 2 || n == 3))) {
            if (n > 1) {
                throw new IOException("body " + await(Leaf.of(a.name + b.name)));
            }
            return Future.ready("value");
        }
    }

    private static String text(Throwable e) {
        String r = e.getMessage();
        for (Throwable s : e.getSuppressed()) {
            r += "(" + text(s) + ")";
        }
        return r;
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int n = 0; n < 5; n++) {
            try {
                r += await(work(n));
            } catch (IOException e) {
                r += text(e);
            } finally {
                r += await(Leaf.of(" "));
            }
        }
        String expected = "close a open b(close a) body ab(close b)(close a) body ab(close b)(close a) body ab ";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
