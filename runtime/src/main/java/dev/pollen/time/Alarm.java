// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import dev.pollen.Context;
import dev.pollen.Waker;
import dev.pollen.executor.AwaitSearch;
import dev.pollen.executor.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that wakes a task, and its own node in the queue that it waits in: what every future of this package is
 * made of.
 *
 * <pre>
 *             1                  3 (not due)         5
 *   EMPTY -------> SET, AT ----------------> ARMED ------> RUNG
 *       |             ^ |                      |             |
 *    1' |           2 | | 4 (due)            6 | 7           | 4
 *       v             | v                      v             v
 *       '---> DELAYED-' OVER            OVER, CANCELLED     OVER
 *
 *   1  startAfter, on an executor's thread: SET; startAt: AT      1' startAfter elsewhere
 *   2  ring, the first poll: the wait counts from here            3  ring: it is queued
 *   4  ring, which is true then, unless the poll's budget is used up: RUNG until the next poll
 *   5  fire, called by TimerQueue.wakeDue, and by moveTo where the new time has passed
 *   6  finish, from any phase: OVER                               7  disarm, from any phase but OVER: CANCELLED
 * </pre>
 *
 * <p>A start by {@code startAfter} has read the clock, so that ring need not: at worst a timer that was kept before its
 * first poll is seen to be due one reading later.
 *
 * <p>From every phase 1 starts anew. Nothing here is safe between threads: an alarm belongs to the executor that polls
 * it.
 */
abstract class Alarm {
    private static final byte EMPTY = 0;
    private static final byte DELAYED = 1;
    private static final byte AT = 2;
    private static final byte SET = 3;
    private static final byte ARMED = 4;
    private static final byte RUNG = 5;
    private static final byte OVER = 6;
    private static final byte CANCELLED = 7;

    /** The time to ring at; while DELAYED the time to wait. */
    long deadline;

    private byte phase;

    /** The slot of the {@link Wheel} that it waits in, and its neighbours there. */
    short slot;

    @Nullable
    Alarm next;

    @Nullable
    Alarm previous;

    /** The queue that it waits in while ARMED; else the last one, which is mostly that of the next wait too. */
    private @Nullable TimerQueue queue;

    private @Nullable Waker waker;

    Alarm() {}

    /** Starts anew: due {@code ticks} from now. */
    final void startAfter(long ticks) {
        unlink();
        TimerQueue timers = here();
        if (timers == null) {
            deadline = ticks;
            phase = DELAYED;
        } else {
            deadline = Ticks.after(timers.readClock(), ticks);
            phase = SET;
        }
    }

    /** Starts anew: due at a time. */
    final void startAt(long time) {
        unlink();
        deadline = time;
        phase = AT;
    }

    /**
     * Asks whether the time has come; where it has not, {@code cx.waker()} is woken when it does. True once.
     *
     * @throws IllegalStateException if no executor runs on this thread, or another than before
     */
    final boolean ring(Context cx) {
        if (phase != RUNG) {
            TimerQueue timers = timers(cx);
            if (phase == ARMED) {
                checkSame(timers);
                Waker polling = cx.waker();
                if (polling != waker) {
                    AwaitSearch.refuseSecondTask(this, "a timer", waker, polling);
                    waker = polling;
                }
                return false;
            }
            if (phase == DELAYED) {
                deadline = Ticks.after(timers.readClock(), deadline);
            } else if (phase == AT) {
                timers.readClock();
            }
            if (timers.isAhead(deadline)) {
                waker = cx.waker();
                if (queue != timers) {
                    queue = timers;
                }
                phase = ARMED;
                timers.add(this);
                return false;
            }
        }
        if (!cx.spend()) {
            phase = RUNG;
            cx.waker().wake();
            return false;
        }
        phase = OVER;
        return true;
    }

    /** The end of a future that needs its alarm no more, because it has a value or an exception. */
    final void finish() {
        unlink();
        phase = OVER;
    }

    /** The alarm's part of {@code cancel()}: false if there is nothing to cancel. */
    final boolean disarm() {
        if (phase == OVER || phase == CANCELLED || phase == EMPTY) {
            return false;
        }
        unlink();
        phase = CANCELLED;
        return true;
    }

    /** The first line of every poll. */
    final void checkPollable(String name) {
        if (phase == EMPTY || phase >= OVER) {
            throw new IllegalStateException(name.concat(" was polled ").concat(ending()));
        }
    }

    /** The first line of every get. */
    final void checkOver(String name) {
        if (phase != OVER) {
            throw new IllegalStateException(name.concat(" was read before its poll returned READY"));
        }
    }

    /** The queue's call when the time has come; the alarm is out of the queue already. */
    final void fire() {
        Waker woken = waker;
        phase = RUNG;
        waker = null;
        if (woken != null) {
            woken.wake();
        }
    }

    /** Moves an alarm that waits in a queue to another time; one that has passed has come. */
    final void moveTo(long time) {
        if (phase == ARMED) {
            TimerQueue timers = queue;
            timers.remove(this);
            deadline = time;
            if (timers.isAhead(time)) {
                timers.add(this);
            } else {
                fire();
            }
        }
    }

    private void unlink() {
        if (phase == ARMED) {
            queue.remove(this);
            waker = null;
        }
    }

    /** The timers of the executor that runs on this thread; null where none does. */
    private @Nullable TimerQueue here() {
        TimerQueue last = queue;
        if (last != null && last.isCurrent()) {
            return last;
        }
        Executor executor = Executor.current();
        return executor == null ? null : executor.timers();
    }

    /** What an alarm waits for, in words. */
    final String due(String what) {
        TimerQueue timers = queue;
        if (phase != ARMED || timers == null) {
            return phase == RUNG ? what.concat(" due, to be polled") : what;
        }
        if (deadline == Ticks.FOREVER) {
            return what.concat(" that never comes");
        }
        return what.concat(" due in ").concat(Ticks.text(deadline - timers.time()));
    }

    private static TimerQueue timers(Context cx) {
        Executor executor = Executor.polling(cx);
        if (executor == null) {
            throw new IllegalStateException(
                    "a timer was polled on a thread where no executor runs, so nothing would wake"
                            + " it: run the task on an Executor, or use Pollen.blockOn");
        }
        return executor.timers();
    }

    private void checkSame(TimerQueue timers) {
        if (timers != queue) {
            throw new IllegalStateException(
                    "a timer that waits on one executor was polled on another: cancel it first");
        }
    }

    private String ending() {
        if (phase == EMPTY) {
            return "before it was started";
        }
        return phase == OVER
                ? "after completion; it ends once, call the method again"
                : "after cancel; call the method again";
    }
}
