// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * A timer that makes pulses: one pin, high for a part of each period.
 *
 * <p>The settings take effect at once.
 *
 * <p><b>Threading.</b> One task at a time.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> None.
 */
public interface Pwm {
    /**
     * The number of steps in a period.
     *
     * @return the duty that is always high
     */
    int maxDuty();

    /**
     * Sets for how much of each period the pin is high.
     *
     * @param duty from 0, never, to {@link #maxDuty}, always
     * @throws IllegalArgumentException if there is no such duty
     */
    void setDuty(int duty);

    /**
     * Sets for how much of each period the pin is high.
     *
     * @param percent from 0, never, to 100, always
     * @throws IllegalArgumentException if it is neither of them nor between
     */
    default void setDutyPercent(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException(
                    "a duty is from 0 to 100 percent, and is ".concat(Integer.toString(percent)));
        }
        setDuty((int) ((long) maxDuty() * percent / 100));
    }

    /**
     * What was set.
     *
     * @return the duty
     */
    int duty();

    /** Starts the pulses, with a new period. */
    void enable();

    /** Stops the pulses; the pin is low. */
    void disable();

    /**
     * Gives each period a duty of its own, one after the other: for LEDs that take their colour as pulses. The duty that
     * was set before holds again afterwards.
     *
     * <p><b>Cancel safety.</b> When {@code cancel} returns the array is not read any more, and the duty from before
     * holds.
     *
     * @param duties a duty for each period
     * @return a future that is ready when the last of them is over
     */
    @Async
    Future<Void> waveform(int[] duties);

    /**
     * {@link #waveform(int[])} in a slot; called by woven code.
     *
     * @param duties as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> waveform$in(int[] duties, ReceiverFrames<?> slot) {
        return slot.use(waveform(duties));
    }
}
