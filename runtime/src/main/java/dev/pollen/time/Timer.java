// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.annotations.Placed;
import dev.pollen.platform.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a time has come: at least as long as it says, never less. Timers fire in the order of their deadlines,
 * those with the same deadline in the order in which they began to wait.
 *
 * <pre>{@code
 * print("reset"); // pull the line low
 * await(Timer.afterMillis(20)); // as long as the data sheet says
 * print("ready");
 * }</pre>
 *
 * <p>A wait counts from the call that makes the timer where an executor runs on the thread, else from its first poll.
 * One that is due at its first poll is ready at once, and spends the task's budget there, so that a loop of such timers
 * lets other tasks run. A due timer may be seen up to 64 polls late, or, where polls are long, one. Waits
 * beyond 292 years never end.
 *
 * <p><b>Cancel safety.</b> A cancelled timer leaves its queue and wakes nobody.
 *
 * <p><b>Threading.</b> Belongs to the executor that polls it first.
 *
 * <p><b>Allocation.</b> None where it is awaited directly, or built by one of the {@code $in} twins.
 *
 * <p><b>Errors.</b> A negative time is an {@link IllegalArgumentException}.
 */
public class Timer extends Alarm implements Future<Void>, Describable {
    private static final String NAME = "a timer";

    /** A slot, to be started by one of the {@code $in} twins. */
    public Timer() {}

    /**
     * Waits.
     *
     * @param ms milliseconds
     * @return a future that is ready when they are over
     * @throws IllegalArgumentException if {@code ms} is negative
     */
    @Placed(slot = Timer.class, by = "afterMillis$in")
    public static Timer afterMillis(long ms) {
        return afterMillis$in(ms, new Timer());
    }

    /**
     * {@link #afterMillis} in a slot.
     *
     * @param ms milliseconds
     * @param slot a timer that is not in use
     * @return the slot
     */
    public static Timer afterMillis$in(long ms, Timer slot) {
        slot.startAfter(Ticks.of(ms, Ticks.PER_MILLI));
        return slot;
    }

    /**
     * Waits.
     *
     * @param us microseconds
     * @return a future that is ready when they are over
     * @throws IllegalArgumentException if {@code us} is negative
     */
    @Placed(slot = Timer.class, by = "afterMicros$in")
    public static Timer afterMicros(long us) {
        return afterMicros$in(us, new Timer());
    }

    /**
     * {@link #afterMicros} in a slot.
     *
     * @param us microseconds
     * @param slot a timer that is not in use
     * @return the slot
     */
    public static Timer afterMicros$in(long us, Timer slot) {
        slot.startAfter(Ticks.of(us, Ticks.PER_MICRO));
        return slot;
    }

    /**
     * Waits.
     *
     * @param ns nanoseconds
     * @return a future that is ready when they are over
     * @throws IllegalArgumentException if {@code ns} is negative
     */
    @Placed(slot = Timer.class, by = "afterNanos$in")
    public static Timer afterNanos(long ns) {
        return afterNanos$in(ns, new Timer());
    }

    /**
     * {@link #afterNanos} in a slot.
     *
     * @param ns nanoseconds
     * @param slot a timer that is not in use
     * @return the slot
     */
    public static Timer afterNanos$in(long ns, Timer slot) {
        slot.startAfter(Ticks.of(ns, 1));
        return slot;
    }

    /**
     * Waits until the executor's clock shows a time.
     *
     * @param instantNanos the time, in nanoseconds of {@link Clock#now}; one that has passed is due at once
     * @return a future that is ready then
     */
    @Placed(slot = Timer.class, by = "at$in")
    public static Timer at(long instantNanos) {
        return at$in(instantNanos, new Timer());
    }

    /**
     * {@link #at} in a slot.
     *
     * @param instantNanos the time
     * @param slot a timer that is not in use
     * @return the slot
     */
    public static Timer at$in(long instantNanos, Timer slot) {
        slot.startAt(instantNanos);
        return slot;
    }

    /**
     * Waits.
     *
     * @param d how long
     * @return a future that is ready when it is over
     * @throws IllegalArgumentException if {@code d} is negative
     */
    @Placed(slot = Timer.class, by = "after$in")
    public static Timer after(Duration d) {
        return after$in(d, new Timer());
    }

    /**
     * {@link #after} in a slot.
     *
     * @param d how long
     * @param slot a timer that is not in use
     * @return the slot
     */
    public static Timer after$in(Duration d, Timer slot) {
        return afterNanos$in(Durations.nanos(d), slot);
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.reason(due("Timer"));
    }

    @Override
    public Poll poll(Context c) {
        checkPollable(NAME);
        return ring(c) ? Poll.READY : Poll.PENDING;
    }

    @Override
    public @Nullable Void get() {
        checkOver(NAME);
        return null;
    }

    @Override
    public void cancel() {
        disarm();
    }
}
