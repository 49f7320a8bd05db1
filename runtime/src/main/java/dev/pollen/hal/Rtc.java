// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * A clock that knows the date, and goes on while the processor sleeps.
 *
 * <p><b>Threading.</b> One task at a time.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> None.
 */
public interface Rtc {
    /**
     * The time.
     *
     * @return milliseconds since the beginning of 1970, UTC; since 0 until the clock was set
     */
    long nowMillis();

    /**
     * Sets the clock. Waits that are armed go by the new time.
     *
     * @param epochMillis milliseconds since the beginning of 1970, UTC
     */
    void setMillis(long epochMillis);

    /**
     * Waits for a time of this clock; not at all if it has passed.
     *
     * <p><b>Cancel safety.</b> A cancelled wait disarms the alarm.
     *
     * @param epochMillis the time
     * @return a future that is ready when the clock shows it
     */
    @Async
    Future<Void> waitUntil(long epochMillis);

    /**
     * {@link #waitUntil(long)} in a slot; called by woven code.
     *
     * @param epochMillis as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> waitUntil$in(long epochMillis, ReceiverFrames<?> slot) {
        return slot.use(waitUntil(epochMillis));
    }
}
