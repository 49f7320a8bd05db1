// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.compiled;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.samples.models.hardware.Sensor;
import dev.pollen.sync.Notification;

/** A sensor whose reads are awaited. */
@NoAllocation
final class AsyncSensor {
    private final Sensor sensor;
    private final Notification interrupt = Notification.of();
    private int reads;

    /** The number of a read in the upper half, what it gave in the lower: one word, so that an interrupt cannot tear it. */
    private volatile long newest;

    AsyncSensor(Sensor sensor) {
        this.sensor = sensor;
        sensor.onInterrupt(this::completed);
    }

    @Async
    Future.OfInt read() throws SensorException {
        int tag = ++reads;
        sensor.start(tag);
        try {
            while ((int) (newest >> 32) != tag) {
                await(interrupt.notified());
            }
        } finally {
            sensor.abort(tag); // does nothing after completion
        }
        if ((int) newest == Sensor.FAULT) {
            throw new SensorException();
        }
        return Future.ready((int) newest);
    }

    private void completed(int tag, int value) {
        if (tag > (int) (newest >> 32)) { // else a newer one has overtaken it
            newest = (long) tag << 32 | value & 0xffff_ffffL;
            interrupt.notifyOne();
        }
    }
}
