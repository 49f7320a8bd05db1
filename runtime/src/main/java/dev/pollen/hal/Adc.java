// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;

/**
 * A converter from voltage to numbers.
 *
 * <p><b>Cancel safety.</b> A cancelled conversion is stopped, and its value forgotten; an array belongs to the
 * conversion until then.
 *
 * <p><b>Threading.</b> One conversion at a time, by one task.
 *
 * <p><b>Allocation.</b> None, where the futures are awaited directly.
 */
public interface Adc {
    /**
     * The value of full scale.
     *
     * @return the greatest value that a conversion gives; 4095 for 12 bits
     */
    int maxValue();

    /**
     * Converts once.
     *
     * @param channel the number of the input
     * @return a future of the value, from 0 to {@link #maxValue}
     * @throws AdcException out of the await
     */
    @Async
    Future.OfInt read(int channel) throws AdcException;

    /**
     * {@link #read(int)} in a slot; called by woven code.
     *
     * @param channel as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws AdcException as there
     */
    default ReceiverFrames<?> read$in(int channel, ReceiverFrames<?> slot) throws AdcException {
        return slot.use(read(channel));
    }

    /**
     * Converts as often as an array is long, as fast as the converter can.
     *
     * @param channel the number of the input
     * @param values where the values go
     * @return a future that is ready when the array is full
     * @throws AdcException out of the await
     */
    @Async
    Future<Void> read(int channel, int[] values) throws AdcException;

    /**
     * {@link #read(int, int[])} in a slot; called by woven code.
     *
     * @param channel as there
     * @param values as there
     * @param slot a slot that is not in use
     * @return the slot
     * @throws AdcException as there
     */
    default ReceiverFrames<?> read$in(int channel, int[] values, ReceiverFrames<?> slot) throws AdcException {
        return slot.use(read(channel, values));
    }
}
