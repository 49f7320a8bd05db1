// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.annotations.Placed;
import dev.pollen.executor.Executor;
import dev.pollen.platform.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ticks at multiples of a period, without drift: a tick that is seen late does not move the ones after it.
 *
 * <pre>{@code
 * for (Ticker ticker = Ticker.everyMillis(100); n < 3; n++) {
 *     await(ticker.next()); // at 100, 200, 300 ms, however long the work takes
 *     print(await(sensor.read()));
 * }
 * }</pre>
 *
 * <p>The first tick comes one period after the ticker was made, where an executor runs on the thread, else after its
 * first {@code next()} is polled. What becomes of ticks that nobody waited for in time says {@link #missed}.
 *
 * <p><b>Cancel safety.</b> Cancelling {@code next()} loses no tick.
 *
 * <p><b>Threading.</b> Belongs to one task.
 *
 * <p><b>Allocation.</b> {@code next()} none where it is awaited directly.
 *
 * <p><b>Errors.</b> A period that is not positive is an {@link IllegalArgumentException}.
 */
public class Ticker {
    private static final long UNSET = Long.MIN_VALUE;

    private final long period;
    private MissedTicks policy = MissedTicks.BURST;
    private long due;
    private @Nullable Next waiting;

    private Ticker(long period) {
        this.period = period;
        due = onePeriodFromNow();
    }

    /**
     * A ticker.
     *
     * @param ms its period in milliseconds
     * @return a ticker that bursts after missed ticks
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Ticker everyMillis(long ms) {
        return new Ticker(Ticks.period(ms, Ticks.PER_MILLI));
    }

    /**
     * A ticker.
     *
     * @param us its period in microseconds
     * @return a ticker that bursts after missed ticks
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Ticker everyMicros(long us) {
        return new Ticker(Ticks.period(us, Ticks.PER_MICRO));
    }

    /**
     * A ticker.
     *
     * @param ns its period in nanoseconds
     * @return a ticker that bursts after missed ticks
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Ticker everyNanos(long ns) {
        return new Ticker(Ticks.period(ns, 1));
    }

    /**
     * A ticker.
     *
     * @param d its period
     * @return a ticker that bursts after missed ticks
     * @throws IllegalArgumentException if the period is not positive
     */
    public static Ticker every(Duration d) {
        return everyNanos(Durations.nanos(d));
    }

    /**
     * Says what happens after missed ticks. A tick is missed when the one after it is due too before it is seen.
     *
     * @param policy what to do from now on
     * @return this ticker
     */
    public Ticker missed(MissedTicks policy) {
        this.policy = policy;
        return this;
    }

    /**
     * Waits for the next tick.
     *
     * @return a future that is ready when it has come
     */
    @Placed(slot = Next.class, by = "next$in")
    public Future<Void> next() {
        return next$in(new Next());
    }

    /**
     * {@link #next} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Next next$in(Next slot) {
        slot.start(this);
        return slot;
    }

    /** Starts again: the next tick comes one period from now. A {@code next()} that waits already waits for that one. */
    public void reset() {
        due = onePeriodFromNow();
        Next next = waiting;
        if (next != null && due != UNSET) {
            next.moveTo(due);
        }
    }

    /** Starts again with a tick that is due at once; the next one comes a period later. */
    public void resetImmediately() {
        resetAfterNanos(0);
    }

    /**
     * Starts again: the next tick comes after a time, which may be longer or shorter than the period, and the ones after
     * it at multiples of the period from there.
     *
     * @param ms milliseconds from now
     * @throws IllegalArgumentException if {@code ms} is negative
     * @throws IllegalStateException on a thread where no executor runs
     */
    public void resetAfterMillis(long ms) {
        resetAfterNanos(Ticks.of(ms, Ticks.PER_MILLI));
    }

    /**
     * Starts again, see {@link #resetAfterMillis}.
     *
     * @param ns nanoseconds from now
     * @throws IllegalArgumentException if {@code ns} is negative
     * @throws IllegalStateException on a thread where no executor runs
     */
    public void resetAfterNanos(long ns) {
        long wait = Ticks.of(ns, 1);
        Executor executor = Executor.current();
        if (executor == null) {
            throw new IllegalStateException(
                    "a ticker was reset to a time from now on a thread where no executor runs, so"
                            + " there is no now: reset it in a task, or use resetAt");
        }
        resetAt(Ticks.after(executor.timers().readClock(), wait));
    }

    /**
     * Starts again: the next tick comes at a time, and the ones after it at multiples of the period from there.
     *
     * @param instantNanos the time, in nanoseconds of {@link Clock#now}; a tick whose time has passed is due at once
     */
    public void resetAt(long instantNanos) {
        due = instantNanos;
        Next next = waiting;
        if (next != null) {
            next.moveTo(instantNanos);
        }
    }

    private long onePeriodFromNow() {
        Executor executor = Executor.current();
        return executor == null ? UNSET : Ticks.after(executor.timers().readClock(), period);
    }

    /** The tick at {@code due} was seen when the clock had shown {@code now}. */
    private void seen(long now) {
        long following = Ticks.after(due, period);
        if (following > now || policy == MissedTicks.BURST) {
            due = following;
        } else if (policy == MissedTicks.DELAY) {
            due = Ticks.after(now, period);
        } else {
            due = Ticks.after(now - (now - due) % period, period);
        }
    }

    /** The future of one tick, see {@link Ticker#next}. */
    public static final class Next extends Alarm implements Future<Void>, Describable {
        private static final String NAME = "the next tick of a ticker";

        private @Nullable Ticker ticker;

        /** A slot, to be started by {@link Ticker#next$in}. */
        public Next() {}

        private void start(Ticker started) {
            leave();
            ticker = started;
            if (started.due == UNSET) {
                startAfter(started.period);
            } else {
                startAt(started.due);
            }
        }

        @Override
        public void describeWait(WaitDescription to) {
            to.reason(due("Ticker"));
        }

        @Override
        public Poll poll(Context cx) {
            checkPollable(NAME);
            Ticker from = ticker;
            if (!ring(cx)) {
                from.due = deadline;
                from.waiting = this;
                return Poll.PENDING;
            }
            from.due = deadline;
            from.seen(Executor.current().timers().lastReading());
            leave();
            return Poll.READY;
        }

        @Override
        public @Nullable Void get() {
            checkOver(NAME);
            return null;
        }

        @Override
        public void cancel() {
            disarm();
            leave();
        }

        private void leave() {
            Ticker from = ticker;
            if (from != null && from.waiting == this) {
                from.waiting = null;
            }
            ticker = null;
        }
    }
}
