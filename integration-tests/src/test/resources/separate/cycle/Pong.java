// SPDX-License-Identifier: Apache-2.0
package cycle;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits nothing yet. */
public final class Pong {
    private Pong() {}

    /** Nothing. */
    @Async
    public static Future.OfInt pong(int n) {
        return Future.ready(0);
    }
}
