// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * A digital input pin that can wait for its level and its edges.
 *
 * <p><b>What is seen.</b> A wait counts from its first poll. It arms the edge first and reads the level then, so that no
 * change between the two is lost: a pulse that is too short to be read still ends the wait. Edges that come while nobody
 * waits are not kept: whoever must not miss one is back in the wait before it, or counts them in a handler.
 *
 * <p><b>Cancel safety.</b> A cancelled wait disarms the edge and has consumed nothing; an edge that came at the same
 * time is forgotten.
 *
 * <p><b>Threading.</b> One wait at a time, by one task.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> None, a pin cannot fail.
 */
public interface Input {
    /**
     * Whether the pin is high.
     *
     * @return the level now
     */
    boolean isHigh();

    /**
     * Whether the pin is low.
     *
     * @return the level now
     */
    default boolean isLow() {
        return !isHigh();
    }

    /**
     * Waits until the pin is high; not at all if it is.
     *
     * @return a future that is ready when the pin was seen to be high
     */
    @Async
    Future<Void> waitForHigh();

    /**
     * {@link #waitForHigh} in a slot; called by woven code.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> waitForHigh$in(ReceiverFrames<?> slot) {
        return slot.use(waitForHigh());
    }

    /**
     * Waits until the pin is low; not at all if it is.
     *
     * @return a future that is ready when the pin was seen to be low
     */
    @Async
    Future<Void> waitForLow();

    /**
     * {@link #waitForLow} in a slot; called by woven code.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> waitForLow$in(ReceiverFrames<?> slot) {
        return slot.use(waitForLow());
    }

    /**
     * Waits until the pin goes from low to high. A pin that is high already has to go low first.
     *
     * @return a future that is ready when it has gone
     */
    @Async
    Future<Void> waitForRisingEdge();

    /**
     * {@link #waitForRisingEdge} in a slot; called by woven code.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> waitForRisingEdge$in(ReceiverFrames<?> slot) {
        return slot.use(waitForRisingEdge());
    }

    /**
     * Waits until the pin goes from high to low. A pin that is low already has to go high first.
     *
     * @return a future that is ready when it has gone
     */
    @Async
    Future<Void> waitForFallingEdge();

    /**
     * {@link #waitForFallingEdge} in a slot; called by woven code.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> waitForFallingEdge$in(ReceiverFrames<?> slot) {
        return slot.use(waitForFallingEdge());
    }

    /**
     * Waits until the pin changes.
     *
     * @return a future that is ready when it has changed
     */
    @Async
    Future<Void> waitForAnyEdge();

    /**
     * {@link #waitForAnyEdge} in a slot; called by woven code.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    default ReceiverFrames<?> waitForAnyEdge$in(ReceiverFrames<?> slot) {
        return slot.use(waitForAnyEdge());
    }
}
