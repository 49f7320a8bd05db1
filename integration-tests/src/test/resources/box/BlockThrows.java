// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** Checked and unchecked exceptions leave a block from its await. */
final class BlockThrows {
    private BlockThrows() {}

    static final class Spi extends Exception {
        private static final long serialVersionUID = 1;

        Spi(String message) {
            super(message);
        }
    }

    @Async
    static Future<String> failing(int n) throws Spi {
        if (await(Leaf.of(n)) == 2) {
            throw new Spi("spi");
        }
        return Future.ready("fine");
    }

    @Async
    static Future<String> box() throws Exception {
        String r = "";
        for (int i = 0; i < 3; i++) {
            int n = i;
            try {
                r += await(async(() -> {
                    if (n == 1) {
                        throw new IOException("io" + await(Leaf.of(n)));
                    }
                    return Future.ready(await(Leaf.of("v")));
                }));
                r += await(async(() -> failing(n)));
            } catch (IOException e) {
                r += e.getMessage();
            } catch (Spi e) {
                r += e.getMessage() + await(Leaf.of("!"));
            }
        }
        try {
            await(async(() -> {
                throw new IllegalStateException("always");
            }));
        } catch (IllegalStateException e) {
            r += e.getMessage();
        }
        return Future.ready(r.equals("vfineio1vspi!always") ? "OK" : r);
    }
}
