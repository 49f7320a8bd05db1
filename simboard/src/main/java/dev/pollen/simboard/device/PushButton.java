// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.device;

import dev.pollen.hal.Level;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SimEvent;
import dev.pollen.simboard.SimPin;
import dev.pollen.simboard.SimTime;

/**
 * A button between a pin and the supply: pressed, the pin is high. Real ones bounce: for a while after each change the
 * level jumps to and fro.
 *
 * <p>Threading: on the executor's thread. Allocation: none after it is made.
 */
public final class PushButton {
    private final SimPin pin;
    private final SimTime time;
    private long bounceNanos;
    private int bounces;
    private boolean pressed;
    private int left;
    private long holdNanos;

    private final SimEvent bounce = new SimEvent() {
        @Override
        protected void happen() {
            bounced();
        }
    };

    private final SimEvent release = new SimEvent() {
        @Override
        protected void happen() {
            release();
        }
    };

    /**
     * A button that does not bounce.
     *
     * @param board the board
     * @param pin the name of the pin
     */
    public PushButton(SimBoard board, String pin) {
        this.pin = board.pin(pin);
        time = board.time();
        this.pin.drive(Level.LOW);
    }

    /**
     * Has it bounce from now on.
     *
     * @param times how often the level falls back after a change; 0 for never
     * @param nanos how long each jump takes
     * @return this
     */
    public PushButton bouncing(int times, long nanos) {
        bounces = times;
        bounceNanos = nanos;
        return this;
    }

    /** Presses it, and holds it. */
    public void press() {
        change(true);
    }

    /** Lets it go. */
    public void release() {
        change(false);
    }

    /**
     * Presses it for a while.
     *
     * @param millis how long
     */
    public void pressFor(long millis) {
        press();
        time.after(release, millis * 1_000_000);
    }

    /**
     * Presses it later, for 50 ms.
     *
     * @param millis when, in milliseconds of the executor's clock
     */
    public void pressAt(long millis) {
        SimEvent press = new SimEvent() {
            @Override
            protected void happen() {
                pressFor(50);
            }
        };
        time.at(press, millis * 1_000_000);
    }

    private void change(boolean to) {
        pressed = to;
        left = 2 * bounces;
        pin.drive(Level.of(to));
        if (left > 0) {
            time.after(bounce, bounceNanos);
        }
    }

    private void bounced() {
        left--;
        pin.drive(Level.of(left % 2 == 0 == pressed));
        if (left > 0) {
            time.after(bounce, bounceNanos);
        }
    }
}
