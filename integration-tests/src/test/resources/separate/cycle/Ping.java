// SPDX-License-Identifier: Apache-2.0
package cycle;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits the other one. */
public final class Ping {
    private Ping() {}

    /** Down to nothing. */
    @Async
    public static Future.OfInt ping(int n) {
        return Future.ready(n == 0 ? 0 : 1 + await(Pong.pong(n - 1)));
    }
}
