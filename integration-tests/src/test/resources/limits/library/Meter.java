// SPDX-License-Identifier: Apache-2.0
package limits;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.time.Timer;

public final class Meter {
    private Meter() {}

    @Async
    public static Future.OfLong read(long a) {
        await(Timer.afterMillis(a));
        return Future.ready(a);
    }
}
