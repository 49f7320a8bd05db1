// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * Waits that drivers need between two steps of a protocol. They wait at least their time and let other tasks run; see
 * {@code Delay.blockForMicros} for those that are too short for that.
 *
 * <p><b>Cancel safety.</b> A cancelled wait is forgotten.
 *
 * <p><b>Threading.</b> Any number of waits, on one executor.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> None.
 */
public interface DelayNs {
    /**
     * Waits.
     *
     * @param ns nanoseconds
     * @return a future that is ready when they are over
     */
    @Async
    Future<Void> delayNs(long ns);

    /**
     * {@link #delayNs(long)} in a slot; called by woven code.
     *
     * @param ns as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> delayNs$in(long ns, ReceiverFrames<?> slot) {
        return slot.use(delayNs(ns));
    }

    /**
     * Waits.
     *
     * @param us microseconds
     * @return a future that is ready when they are over
     */
    @Async
    default Future<Void> delayUs(long us) {
        return delayNs(us * 1_000);
    }

    /**
     * {@link #delayUs(long)} in a slot; called by woven code.
     *
     * @param us as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> delayUs$in(long us, ReceiverFrames<?> slot) {
        return delayNs$in(us * 1_000, slot);
    }

    /**
     * Waits.
     *
     * @param ms milliseconds
     * @return a future that is ready when they are over
     */
    @Async
    default Future<Void> delayMs(long ms) {
        return delayNs(ms * 1_000_000);
    }

    /**
     * {@link #delayMs(long)} in a slot; called by woven code.
     *
     * @param ms as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> delayMs$in(long ms, ReceiverFrames<?> slot) {
        return delayNs$in(ms * 1_000_000, slot);
    }
}
