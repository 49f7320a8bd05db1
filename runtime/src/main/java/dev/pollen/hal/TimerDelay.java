// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Placed;
import dev.pollen.time.Timer;

/**
 * Delays by the timers of the executor: what there is on every board.
 *
 * <p>Threading, cancel safety and allocation are those of {@link Timer}.
 */
public final class TimerDelay implements DelayNs {
    /** Delays on whatever executor awaits them. */
    public TimerDelay() {}

    @Override
    @Placed(slot = Timer.class, by = "delayNs$in")
    public Future<Void> delayNs(long ns) {
        return Timer.afterNanos(ns);
    }

    /**
     * {@link #delayNs(long)} in a slot.
     *
     * @param ns as there
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Timer delayNs$in(long ns, Timer slot) {
        return Timer.afterNanos$in(ns, slot);
    }

    @Override
    public ReceiverFrames<?> delayNs$in(long ns, ReceiverFrames<?> slot) {
        Timer timer = (Timer) slot.find(Timer.class);
        if (timer == null) {
            timer = new Timer();
            slot.keep(timer);
        }
        return slot.use(delayNs$in(ns, timer));
    }
}
