// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import dev.pollen.platform.AtomicWord;
import dev.pollen.platform.CriticalSection;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is moved: time for tests and simulations.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * Executor executor = Executor.on(clock);
 * executor.spawner().spawn(task); // await(Timer.afterMillis(10)); print("done")
 * executor.runUntilStalled();
 * clock.advanceMillis(10);
 * executor.runUntilStalled(); // done
 * }</pre>
 *
 * <p>An executor that runs on it moves it itself: instead of sleeping it advances the clock to its next deadline, so a
 * day of firmware takes the time that its polls take, and takes it the same way each time. To drive by hand, use {@code
 * Executor.runUntilStalled()} and the methods here in turn; timers fire in the {@code runUntilStalled()} that follows.
 *
 * <p><b>Cancel safety.</b> A timer that is cancelled is no deadline any more.
 *
 * <p><b>Threading.</b> {@link #now} is safe between threads; move the clock on one thread at a time.
 *
 * <p><b>Allocation.</b> None, after it is made.
 *
 * <p><b>Errors.</b> It does not go back: a negative step is an {@link IllegalArgumentException}.
 */
public final class VirtualClock implements Clock {
    private final CriticalSection queues = new CriticalSection();
    private @Nullable TimerQueue newest;

    /** Moved by one thread at a time, so that a store which others see in time is enough. */
    private final AtomicWord now = new AtomicWord(0);

    /** A clock that shows 0. */
    public VirtualClock() {}

    @Override
    public long now() {
        return now.get();
    }

    /**
     * Moves the clock.
     *
     * @param nanos how far; 0 or more
     * @throws IllegalArgumentException if {@code nanos} is negative or the clock would run over, after 292 years
     */
    public void advance(long nanos) {
        long before = now.get();
        if (nanos < 0 || before + nanos < 0) {
            throw new IllegalArgumentException("a clock that shows "
                    .concat(Long.toString(before))
                    .concat(" ns cannot be advanced by ")
                    .concat(Long.toString(nanos))
                    .concat(" ns"));
        }
        now.set(before + nanos);
    }

    /**
     * Moves the clock.
     *
     * @param millis how far; 0 or more
     * @throws IllegalArgumentException if {@code millis} is negative or the clock would run over, after 292 years
     */
    public void advanceMillis(long millis) {
        if (millis > Long.MAX_VALUE / Ticks.PER_MILLI) {
            throw new IllegalArgumentException("a virtual clock ends after 292 years; "
                    .concat(Long.toString(millis))
                    .concat(" ms are more"));
        }
        advance(millis * Ticks.PER_MILLI);
    }

    /**
     * Moves the clock to the earliest time that a timer of its executors waits for. Call it where those executors run,
     * between their polls.
     *
     * @return whether any timer waits; the clock has not moved if the earliest one is due already
     */
    public boolean advanceToNextDeadline() {
        long earliest = TimerQueue.NO_DEADLINE;
        queues.enter();
        for (TimerQueue queue = newest; queue != null; queue = queue.olderOnClock) {
            earliest = Math.min(earliest, queue.nextDeadline());
        }
        queues.exit();
        if (earliest == TimerQueue.NO_DEADLINE) {
            return false;
        }
        if (earliest > now.get()) {
            now.set(earliest);
        }
        return true;
    }

    void attach(TimerQueue queue) {
        queues.enter();
        queue.olderOnClock = newest;
        newest = queue;
        queues.exit();
    }

    void detach(TimerQueue gone) {
        queues.enter();
        TimerQueue newer = null;
        for (TimerQueue queue = newest; queue != null; queue = queue.olderOnClock) {
            if (queue == gone) {
                if (newer == null) {
                    newest = gone.olderOnClock;
                } else {
                    newer.olderOnClock = gone.olderOnClock;
                }
                break;
            }
            newer = queue;
        }
        queues.exit();
    }
}
