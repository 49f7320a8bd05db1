// SPDX-License-Identifier: Apache-2.0
package loaded;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.time.Timer;

/** Cannot be woven; only a compiler without Pollen lets it pass. */
final class Broken {
    private static int begun;

    private Broken() {}

    static int begun() {
        return begun;
    }

    @Async
    static Future<Void> locked() {
        synchronized (Broken.class) {
            await(Timer.afterMillis(1));
        }
        return Future.done();
    }

    @Async
    static Future<Void> sound() {
        begun++;
        return Future.done();
    }
}
