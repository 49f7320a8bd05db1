// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.sync.Notification;

/** A clock with one alarm. It counts from its last setting, in the hardware's time. */
final class RtcHardware implements IrqSource {
    private static final long NANOS = 1_000_000;

    private final SimTime time;
    private final Vector vector;
    private final Notification event = Notification.local().named("RTC");
    private long offsetMillis;
    private long alarmMillis;
    private boolean armed;
    private boolean rung;

    private final SimEvent alarm = new SimEvent() {
        @Override
        protected void happen() {
            rung = true;
            vector.raise();
        }
    };

    RtcHardware(SimTime time, Vector vector) {
        this.time = time;
        this.vector = vector;
        vector.add(this);
    }

    Notification event() {
        return event;
    }

    long nowMillis() {
        time.look();
        return time.now() / NANOS + offsetMillis;
    }

    void setMillis(long to) {
        time.look();
        offsetMillis = to - time.now() / NANOS;
        if (armed) {
            schedule();
        }
    }

    void arm(long at) {
        time.look();
        if (armed) {
            throw new IllegalStateException("the alarm of the RTC is set already: one wait at a time, by one task");
        }
        armed = true;
        rung = false;
        alarmMillis = at;
        schedule();
    }

    private void schedule() {
        long left = alarmMillis - nowMillis();
        if (rung) {
            return;
        }
        if (left <= 0) {
            time.cancel(alarm);
            rung = true;
            event.notifyOne();
        } else {
            time.at(alarm, (alarmMillis - offsetMillis) * NANOS);
        }
    }

    boolean hasRung() {
        return rung;
    }

    void disarm() {
        time.look();
        time.cancel(alarm);
        armed = false;
    }

    @Override
    public void interrupted() {
        if (rung) {
            event.notifyOne();
        }
    }
}
