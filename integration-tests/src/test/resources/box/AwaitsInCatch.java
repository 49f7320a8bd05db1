// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** Loops and retries in catch blocks; the caught exception lives over awaits. */
final class AwaitsInCatch {
    private AwaitsInCatch() {}

    @Async
    static Future.OfInt flaky(int n) throws IOException {
        await(Leaf.nothing());
        if (n < 2) {
            throw new IOException("n" + n);
        }
        return Future.ready(n);
    }

    @Async
    static Future<String> box() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int n = 0; ; n++) {
            try {
                text.append(await(flaky(n)));
                break;
            } catch (IOException e) {
                for (int i = 0; i <= n; i++) {
                    await(Leaf.of(i));
                    text.append(e.getMessage());
                }
            }
        }
        return Future.ready(text.toString().equals("n0n1n12") ? "OK" : text.toString());
    }
}
