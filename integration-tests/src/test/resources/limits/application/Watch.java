// SPDX-License-Identifier: Apache-2.0
package limits;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.time.Timer;

final class Watch {
    private Watch() {}

    @AsyncTask(maxBytes = 100)
    static Task<Void> watch(int from) {
        for (long i = from; ; i++) {
            await(Timer.afterMillis(1));
            i += await(select(Meter.read(i), Timer.afterMillis(i))).index();
        }
    }
}
