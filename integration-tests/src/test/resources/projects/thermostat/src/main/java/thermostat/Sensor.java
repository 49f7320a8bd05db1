// SPDX-License-Identifier: Apache-2.0
package thermostat;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.time.Timer;

/** Measures; that takes a while. */
final class Sensor {
    private final int base;

    Sensor(int base) {
        this.base = base;
    }

    @Async
    Future.OfInt read(int channel) {
        await(Timer.afterMillis(channel * 10));
        return Future.ready(base + channel);
    }
}
