// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPool;
import dev.pollen.testing.Events;
import dev.pollen.testing.TestTask;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When timers fire, and in which order. */
final class TimerTest {
    private static final Context CX = Context.of(() -> {});

    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private final Executor executor = Executor.on(clock);

    @AfterEach
    void close() {
        executor.close();
    }

    /** A task that awaits one future and says when it was ready, in nanoseconds. */
    private void waiting(String name, Supplier<Future<?>> timer) {
        executor.spawner().spawn(TestTask.of(name, n -> {
            if (n == 0) {
                return timer.get();
            }
            events.say(name + " at " + clock.now());
            return null;
        }));
    }

    /** Runs code in a task, once. */
    private void inside(Runnable code) {
        executor.spawner().spawn(TestTask.of("inside", n -> {
            code.run();
            return null;
        }));
        executor.runUntilStalled();
    }

    // pw_async2: MultipleMovedTimersExpireInOrder
    @Test
    void timersFireInTheOrderOfTheirDeadlines() {
        waiting("b", () -> Timer.afterNanos(20));
        waiting("c", () -> Timer.afterNanos(30));
        waiting("a", () -> Timer.afterNanos(10));
        executor.run(spawner -> {});
        events.expect("a at 10", "b at 20", "c at 30");
    }

    @Test
    void equalDeadlinesFireInTheOrderInWhichTheyBeganToWait() {
        waiting("a", () -> Timer.at(100));
        waiting("b", () -> Timer.afterNanos(100));
        waiting("c", () -> Timer.at(100));
        executor.run(spawner -> {});
        events.expect("a at 100", "b at 100", "c at 100");
    }

    @Test
    void equalDeadlinesThatWereArmedAtDifferentTimesKeepTheirOrderToo() {
        for (int i = 0; i < 20; i++) {
            int wait = i * 997;
            executor.spawner().spawn(TestTask.of("task " + i, n -> {
                if (n == 0) {
                    return Timer.at(wait);
                }
                if (n == 1) {
                    return Timer.at(100_000);
                }
                events.say("armed at " + wait);
                return null;
            }));
        }
        executor.run(spawner -> {});
        String[] story = new String[20];
        for (int i = 0; i < 20; i++) {
            story[i] = "armed at " + i * 997;
        }
        events.expect(story);
    }

    // Tokio: time_pause: sub-ms
    @Test
    void allUnitsAreNanoseconds() {
        waiting("millis", () -> Timer.afterMillis(3));
        waiting("micros", () -> Timer.afterMicros(2));
        waiting("duration", () -> Timer.after(Duration.ofSeconds(1, 5)));
        waiting("nanos", () -> Timer.afterNanos(7));
        executor.run(spawner -> {});
        events.expect("nanos at 7", "micros at 2000", "millis at 3000000", "duration at 1000000005");
    }

    // Embassy: driver_mock: test_schedule_wake
    @Test
    void aTimerIsNeverEarly() {
        Random random = new Random(7);
        TaskPool<TestTask> pool = TestTask.pool("many", 500);
        executor.run(spawner -> {
            for (int i = 0; i < 500; i++) {
                long[] begun = new long[2];
                spawner.spawn(TestTask.claim(pool, n -> {
                    assertTrue(clock.now() - begun[0] == begun[1], "fired when its time had come");
                    begun[0] = clock.now();
                    begun[1] = (long) Math.exp(random.nextDouble() * 30);
                    return n < 20 ? Timer.afterNanos(begun[1]) : null;
                }));
            }
        });
        assertEquals(0, executor.failures());
    }

    // Tokio: time_pause: advance_after_poll, sleep_no_poll
    @Test
    void theWaitCountsFromTheCallOnAnExecutorsThread() {
        waiting("a", () -> {
            Timer made = Timer.afterNanos(100);
            clock.advance(60);
            return made;
        });
        executor.run(spawner -> {});
        events.expect("a at 100");
    }

    @Test
    void elsewhereItCountsFromTheFirstPoll() {
        Timer made = Timer.afterNanos(100);
        clock.advance(60);
        waiting("a", () -> made);
        executor.run(spawner -> {});
        events.expect("a at 160");
    }

    // pw_async2: TimerWithPastExpirationExpiresImmediately
    @Test
    void aTimerThatIsDueIsReadyAtItsFirstPoll() {
        waiting("zero", () -> Timer.afterMillis(0));
        waiting("past", () -> Timer.at(-5));
        waiting("late", () -> {
            Timer made = Timer.afterNanos(10);
            clock.advance(10);
            return made;
        });
        assertTrue(executor.poll());
        events.expect("zero at 0", "past at 0", "late at 10");
        assertEquals(3, executor.polls());
    }

    // pw_async2: system: CancelThroughDestruction
    @Test
    void aCancelledTimerWakesNobody() {
        Timer timer = Timer.afterNanos(10);
        inside(() -> assertEquals(Poll.PENDING, timer.poll(Context.of(() -> events.say("woken")))));
        assertEquals(10, executor.nextDeadline());
        inside(timer::cancel);
        assertEquals(Long.MAX_VALUE, executor.nextDeadline());
        clock.advance(10);
        executor.runUntilStalled();
        events.expect();
    }

    // pw_async2: RelistsItselfOnPending
    @Test
    void theLastWakerIsWoken() {
        Timer timer = Timer.afterNanos(10);
        inside(() -> {
            timer.poll(Context.of(() -> events.say("first woken")));
            timer.poll(Context.of(() -> events.say("second woken")));
        });
        clock.advance(10);
        executor.runUntilStalled();
        events.expect("second woken");
    }

    @Test
    void aTimerIsUsedAgainInItsSlot() {
        Timer slot = new Timer();
        executor.spawner().spawn(TestTask.of("a", n -> {
            events.say("at " + clock.now());
            if (n == 2) {
                // A slot that waits, here beside the task's own await, starts anew.
                Timer.afterNanos$in(5, slot).poll(CX);
            }
            return n < 3 ? Timer.afterNanos$in(10 + n, slot) : null;
        }));
        executor.run(spawner -> {});
        events.expect("at 0", "at 10", "at 21", "at 33");
    }

    // pw_async2: FutureState x8
    @Test
    void thePollContractHolds() {
        Timer empty = new Timer();
        inside(() -> {
            events.poll("empty", empty, CX);
            Timer done = Timer.afterNanos(0);
            events.poll("done", done, CX);
            events.poll("done", done, CX);
            done.cancel();
            done.get();
            Timer cancelled = Timer.afterNanos(0);
            cancelled.cancel();
            cancelled.cancel();
            events.poll("cancelled", cancelled, CX);
            assertThrows(IllegalStateException.class, cancelled::get);
        });
        events.expect(
                "empty threw IllegalStateException: a timer was polled before it was started",
                "done ready",
                "done threw IllegalStateException: a timer was polled after completion; it ends once, call the method again",
                "cancelled threw IllegalStateException: a timer was polled after cancel; call the method again");
    }

    @Test
    void withoutBudgetADueTimerWaitsForTheNextPoll() {
        int[] polls = new int[1];
        executor.spawner().spawn(TestTask.of("greedy", n -> {
            polls[0] = (int) executor.polls();
            return n < 129 ? Timer.afterNanos(0) : null;
        }));
        executor.poll();
        assertEquals(1, polls[0]);
        executor.poll();
        assertEquals(2, polls[0]);
    }

    @Test
    void aTimerNeedsAnExecutor() {
        String message = assertThrows(
                        IllegalStateException.class, () -> Timer.afterMillis(1).poll(CX))
                .getMessage();
        assertEquals(
                "a timer was polled on a thread where no executor runs, so nothing would wake it: run the task on an"
                        + " Executor, or use Pollen.blockOn",
                message);
    }

    @Test
    void anArmedTimerStaysOnItsExecutor() {
        Timer timer = Timer.afterNanos(10);
        inside(() -> timer.poll(CX));
        try (Executor other = new Executor()) {
            other.spawner().spawn(TestTask.of("other", n -> {
                assertThrows(IllegalStateException.class, () -> timer.poll(CX));
                events.say("refused");
                return null;
            }));
            other.runUntilStalled();
        }
        events.expect("refused");
    }

    @Test
    void negativeWaitsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Timer.afterMillis(-1));
        assertThrows(IllegalArgumentException.class, () -> Timer.afterMicros(-1));
        assertThrows(IllegalArgumentException.class, () -> Timer.afterNanos(-1));
        assertThrows(IllegalArgumentException.class, () -> Timer.after(Duration.ofNanos(-1)));
        assertThrows(IllegalArgumentException.class, () -> Timer.after(Duration.ofSeconds(Long.MIN_VALUE)));
    }

    // Embassy: timer: with_timeout, Duration::MAX; Tokio: time_timeout: very_large_timeout
    @Test
    void waitsThatAreTooLongNeverEnd() {
        clock.advance(1_000);
        waiting("millis", () -> Timer.afterMillis(Long.MAX_VALUE));
        waiting("nanos", () -> Timer.afterNanos(Long.MAX_VALUE));
        waiting("duration", () -> Timer.after(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)));
        assertTrue(executor.runUntilStalled());
        assertEquals(Long.MAX_VALUE, executor.nextDeadline());
        assertFalse(clock.advanceToNextDeadline());
        events.expect();
    }

    @Test
    void timersWorkOnAClockThatShowsNegativeTimes() {
        long[] now = {-1_000};
        try (Executor negative = Executor.on(() -> now[0])) {
            for (long time : new long[] {-999, 5, -100, 0}) {
                negative.spawner().spawn(TestTask.of("t", n -> {
                    if (n == 0) {
                        return Timer.at(time);
                    }
                    events.say(time + " at " + now[0]);
                    return null;
                }));
            }
            negative.runUntilStalled();
            while (negative.nextDeadline() != Long.MAX_VALUE) {
                now[0] = negative.nextDeadline();
                negative.runUntilStalled();
            }
        }
        events.expect("-999 at -999", "-100 at -100", "0 at 0", "5 at 5");
    }
}
