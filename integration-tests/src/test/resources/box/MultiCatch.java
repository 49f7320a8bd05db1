// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One catch for several types, precise rethrow, and variables that catch and try both use. */
final class MultiCatch {
    private MultiCatch() {}

    static class Odd extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Async
    static Future<Void> fail(int n) throws IOException, Odd {
        await(Leaf.nothing());
        try {
            switch (n) {
                case 0:
                    throw new IOException("io");
                case 1:
                    throw new Odd();
                case 2:
                    throw new UncheckedIOException(new IOException("cause"));
                default:
                    return Future.done();
            }
        } catch (final Exception e) {
            log(await(Leaf.of(e.getClass().getSimpleName())));
            throw e;
        }
    }

    @Async
    static Future<String> box() {
        String r = "";
        int step = 0;
        for (int n = 0; n < 4; n++) {
            try {
                step += 10;
                await(fail(n));
                step++;
            } catch (Odd | IOException e) {
                r += await(Leaf.of(e instanceof Odd ? "odd" : e.getMessage())) + step;
            } catch (UncheckedIOException e) {
                r += e.getCause().getMessage() + await(Leaf.of(step));
            }
        }
        return Future.ready(r.equals("io10odd20cause30") && step == 41 ? "OK" : r + step);
    }
}
