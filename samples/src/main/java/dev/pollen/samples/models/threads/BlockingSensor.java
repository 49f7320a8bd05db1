// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.threads;

import dev.pollen.samples.models.hardware.Sensor;
import dev.pollen.samples.models.runtime.Os;
import dev.pollen.samples.models.runtime.OsSemaphore;

/** A sensor whose reads block their thread. */
final class BlockingSensor {
    private static final int NONE = 0;

    private final Sensor sensor;
    private final OsSemaphore done;
    private int reads;
    private int awaited = NONE;
    private int value;

    BlockingSensor(Os os, Sensor sensor) {
        this.sensor = sensor;
        done = new OsSemaphore(os);
        sensor.onInterrupt(this::completed);
    }

    /** Gives the value, or {@link Sensor#FAULT}. An interrupted read stops the conversion. */
    int read() throws InterruptedException {
        int tag = ++reads;
        awaited = tag;
        sensor.start(tag);
        try {
            while (awaited == tag) { // a permit may be left from a read that was interrupted
                done.take();
            }
            return value;
        } finally {
            if (awaited == tag) {
                awaited = NONE;
                sensor.abort(tag);
            }
        }
    }

    private void completed(int tag, int measured) {
        if (tag == awaited) {
            awaited = NONE;
            value = measured;
            done.give();
        }
    }
}
