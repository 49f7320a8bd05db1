// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.Level;
import dev.pollen.sync.Notification;
import org.jspecify.annotations.Nullable;

/**
 * A timer that drives a pin: high from the beginning of each period, low from the compare value on. The duty of a period is
 * what was set when it began, or the next one of a waveform.
 */
final class PwmHardware implements IrqSource {
    private final SimTime time;
    private final Vector vector;
    private final Notification event = Notification.local().named("PWM");
    private @Nullable SimPin pin;
    private long periodNanos;
    private int maxDuty;
    private int duty;
    private boolean enabled;
    private int @Nullable [] waveform;
    private int played;
    private boolean done;

    private final SimEvent period = new SimEvent() {
        @Override
        protected void happen() {
            begins();
        }
    };

    private final SimEvent compare = new SimEvent() {
        @Override
        protected void happen() {
            pin.set(Level.LOW);
        }
    };

    PwmHardware(SimTime time, Vector vector) {
        this.time = time;
        this.vector = vector;
        vector.add(this);
    }

    void configure(SimPin output, int hertz, int steps) {
        pin = output;
        periodNanos = 1_000_000_000L / hertz;
        maxDuty = steps;
        output.set(Level.LOW);
    }

    Notification event() {
        return event;
    }

    int maxDuty() {
        return maxDuty;
    }

    int duty() {
        return duty;
    }

    void duty(int to) {
        if (to < 0 || to > maxDuty) {
            throw new IllegalArgumentException("a duty is from 0 to " + maxDuty + ", and is " + to);
        }
        time.look();
        duty = to;
    }

    void enable() {
        time.look();
        if (!enabled) {
            enabled = true;
            begins();
        }
    }

    void disable() {
        time.look();
        enabled = false;
        time.cancel(period);
        time.cancel(compare);
        pin.set(Level.LOW);
    }

    void start(int[] duties) {
        time.look();
        if (waveform != null) {
            throw new IllegalStateException("a waveform is played already: one at a time, by one task");
        }
        for (int each : duties) {
            if (each < 0 || each > maxDuty) {
                throw new IllegalArgumentException("a duty is from 0 to " + maxDuty + ", and is " + each);
            }
        }
        waveform = duties;
        played = 0;
        done = duties.length == 0;
        if (done) {
            event.notifyOne();
        } else if (!enabled) {
            enable();
        }
    }

    boolean isDone() {
        return done;
    }

    void stop() {
        time.look();
        waveform = null;
    }

    private void begins() {
        int now = duty;
        int[] playing = waveform;
        if (playing != null && !done) {
            if (played == playing.length) {
                done = true;
                vector.raise();
            } else {
                now = playing[played++];
            }
        }
        time.after(period, periodNanos);
        if (now > 0) {
            pin.set(Level.HIGH);
        } else {
            pin.set(Level.LOW);
        }
        if (now > 0 && now < maxDuty) {
            time.after(compare, periodNanos * now / maxDuty);
        } else {
            time.cancel(compare);
        }
    }

    @Override
    public void interrupted() {
        if (done) {
            event.notifyOne();
        }
    }
}
