// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.poll;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.samples.models.hardware.Sensor;

/** The read of a sensor as a future; {@link #place} makes it ready for the next read. Its value may be {@link Sensor#FAULT}. */
final class SensorRead implements Future.OfInt {
    private enum Phase {
        OVER,
        PLACED,
        READING,
        DONE
    }

    private final Sensor sensor;
    private Phase phase = Phase.OVER;
    private int read;
    private volatile Waker waker;

    /** The number of a read in the upper half, what it gave in the lower: one word, so that an interrupt cannot tear it. */
    private volatile long newest;

    SensorRead(Sensor sensor) {
        this.sensor = sensor;
        sensor.onInterrupt(this::completed);
    }

    void place() {
        phase = Phase.PLACED;
    }

    @Override
    public Poll poll(Context cx) {
        if (phase == Phase.OVER || phase == Phase.DONE) {
            throw new IllegalStateException("the read of a sensor was polled after its end; place it again");
        }
        waker = cx.waker(); // first, so that an interrupt from here on wakes
        if (phase == Phase.PLACED) {
            phase = Phase.READING;
            read++;
            sensor.start(read);
        }
        if ((int) (newest >> 32) != read) {
            return Poll.PENDING;
        }
        if (!cx.spend()) {
            cx.waker().wake();
            return Poll.PENDING;
        }
        phase = Phase.DONE;
        waker = null;
        return Poll.READY;
    }

    @Override
    public int getAsInt() {
        if (phase != Phase.DONE) {
            throw new IllegalStateException("the value of a sensor was read before its poll returned READY");
        }
        return (int) newest;
    }

    @Override
    public void cancel() {
        if (phase == Phase.READING) {
            sensor.abort(read);
        }
        if (phase != Phase.DONE) {
            phase = Phase.OVER;
        }
        waker = null;
    }

    private void completed(int tag, int value) {
        if (tag > (int) (newest >> 32)) { // else a newer one has overtaken it
            newest = (long) tag << 32 | value & 0xffff_ffffL;
            Waker registered = waker;
            if (registered != null) {
                registered.wake();
            }
        }
    }
}
