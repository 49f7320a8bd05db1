// SPDX-License-Identifier: Apache-2.0
package cycle;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Compiled after the other class, which awaits this one already. */
public final class Pong {
    private Pong() {}

    /** Down to nothing. */
    @Async
    public static Future.OfInt pong(int n) {
        return Future.ready(n == 0 ? 0 : 1 + await(Ping.ping(n - 1)));
    }
}
