// SPDX-License-Identifier: Apache-2.0
package sensors;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.yieldNow;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What one module has to offer. */
public final class Sensors {
    private final int base;

    public Sensors(int base) {
        this.base = base;
    }

    @Async
    public static Future.OfInt read(int channel) {
        await(yieldNow());
        return Future.ready(channel * 10);
    }

    @Async
    public Future<Double> average(int channels) {
        int sum = base;
        for (int i = 0; i < channels; i++) {
            sum += await(read(i));
        }
        return Future.ready((double) sum / channels);
    }
}
