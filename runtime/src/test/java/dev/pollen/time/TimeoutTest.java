// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.executor.Executor;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import dev.pollen.testing.TestTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A future with a limited time. */
final class TimeoutTest {
    private static final Context CX = Context.of(() -> {});

    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private final Executor executor = Executor.builder()
            .clock(clock)
            .uncaught((task, thrown) -> events.say("handler: " + Events.text(thrown)))
            .build();
    private final Manual<String> child = new Manual<>("child", events);

    @AfterEach
    void close() {
        executor.close();
    }

    /** Awaits a child for 10 ms at most. */
    private void limited(Future<String> future) {
        executor.spawner().spawn(TestTask.of("limited", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                try {
                    return n == 0 ? Timeout.after(future, 10) : null;
                } catch (TimeoutException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void took(int n, Object value) {
                events.say("took " + value);
            }
        }));
        executor.runUntilStalled();
    }

    // pw_async2: ResolvesWithoutTimeoutRealClock; pw_async2: VoidValueTimeoutResolvesToOk,
    // VoidValueTimeoutResolvesToDeadlineExceeded
    @Test
    void aValueInTime() {
        limited(child);
        clock.advanceMillis(9);
        child.complete("value");
        executor.runUntilStalled();
        events.expect("child polled", "child polled", "took value");
        assertEquals(Long.MAX_VALUE, executor.nextDeadline());
    }

    // pw_async2: IntValueTimeoutResolvesToDeadlineExceeded
    @Test
    void whenTheTimeIsOverTheFutureIsCancelled() {
        limited(child);
        clock.advanceMillis(10);
        executor.runUntilStalled();
        events.expect(
                "child polled",
                "child polled",
                "child cancelled",
                "handler: TimeoutException: the time was over before the awaited future was ready");
    }

    // pw_async2: IntValueTimeoutResolvesToProviderValueOnRace; Tokio: time_timeout:
    // simultaneous_deadline_future_completion
    @Test
    void theValueWinsATie() {
        limited(child);
        child.complete("value");
        clock.advanceMillis(10);
        executor.runUntilStalled();
        events.expect("child polled", "child polled", "took value");
    }

    // Tokio: time_timeout: timeout_is_not_exhausted_by_future
    @Test
    void theValueWinsATieAlsoWhereItHasToWaitForBudget() {
        Waker waker = events.waker("task");
        inside(() -> {
            Future<Integer> limited = after(Future.ready(7), 0);
            events.poll("limited", limited, new Budget(waker, 0));
            events.poll("limited", limited, new Budget(waker, 1));
        });
        events.expect("task woken", "task woken", "limited pending", "limited ready 7");
    }

    private static Future<Integer> after(Future.OfInt future, long millis) {
        try {
            return Timeout.after(future, millis);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private void inside(Runnable code) {
        executor.spawner().spawn(TestTask.of("inside", n -> {
            code.run();
            return null;
        }));
        executor.runUntilStalled();
    }

    @Test
    void anExceptionOfTheFutureLeavesAsItIs() {
        limited(child);
        child.fail(new IllegalArgumentException("no such pin"));
        executor.runUntilStalled();
        events.expect("child polled", "child polled", "handler: IllegalArgumentException: no such pin");
        assertEquals(Long.MAX_VALUE, executor.nextDeadline());
    }

    @Test
    void anExceptionOfTheCleanUpLeavesInsteadOfTheTimeout() {
        limited(child.failingCancel(new IllegalArgumentException("broken clean-up")));
        clock.advanceMillis(10);
        executor.runUntilStalled();
        events.expect(
                "child polled",
                "child polled",
                "child cancelled",
                "handler: IllegalArgumentException: broken clean-up");
    }

    @Test
    void cancelCancelsBoth() {
        limited(child);
        executor.stop();
        events.expect("child polled", "child cancelled");
        assertEquals(Long.MAX_VALUE, executor.nextDeadline());
    }

    @Test
    void theTimeCountsFromTheCall() {
        executor.spawner().spawn(TestTask.of("late", n -> {
            Future<Integer> limited = after(new NeverInt(), 10);
            clock.advanceMillis(10);
            return limited;
        }));
        executor.poll();
        events.expect("handler: TimeoutException: the time was over before the awaited future was ready");
    }

    private static final class NeverInt implements Future.OfInt {
        @Override
        public Poll poll(Context cx) {
            cx.waker();
            return Poll.PENDING;
        }

        @Override
        public int getAsInt() {
            throw new AssertionError();
        }

        @Override
        public void cancel() {}
    }

    @Test
    void eachKindKeepsItsType() throws TimeoutException {
        Future.OfInt ofInt = Timeout.after(Future.ready(7), 1);
        Future.OfLong ofLong = Timeout.after(Future.ready(8L), 1);
        Future.OfDouble ofDouble = Timeout.after(Future.ready(0.5), 1);
        Future.OfBoolean ofBoolean = Timeout.after(Future.ready(true), 1);
        Future<String> ofObject = Timeout.after(Future.of("value"), 1);
        inside(() -> {
            for (Future<?> limited : new Future<?>[] {ofInt, ofLong, ofDouble, ofBoolean, ofObject}) {
                events.poll("limited", limited, CX);
            }
        });
        events.expect(
                "limited ready 7", "limited ready 8", "limited ready 0.5", "limited ready true", "limited ready value");
        assertEquals(7, ofInt.getAsInt());
        assertEquals(8, ofLong.getAsLong());
        assertEquals(0.5, ofDouble.getAsDouble());
        assertEquals(true, ofBoolean.getAsBoolean());
        assertEquals("value", ofObject.take());
        assertNull(ofObject.get());
    }

    @Test
    void aSlotIsUsedAgain() {
        Timeout.OfInt slot = new Timeout.OfInt();
        inside(() -> {
            events.poll("slot", slot, CX);
            events.poll("slot", Timeout.after$in(Future.ready(1), 1, slot), CX);
            events.poll("slot", Timeout.after$in(Future.ready(2), 1, slot), CX);
            events.poll("slot", slot, CX);
            slot.cancel();
            assertEquals(2, slot.getAsInt());
        });
        events.expect(
                "slot threw IllegalStateException: a timeout was polled before it was started",
                "slot ready 1",
                "slot ready 2",
                "slot threw IllegalStateException: a timeout was polled after completion; it ends once, call the method again");
    }

    @Test
    void theExceptionIsSharedAndBare() {
        TimeoutException shared = TimeoutException.SHARED;
        assertSame(shared, shared.initCause(new Error()));
        shared.addSuppressed(new Error());
        assertEquals(0, shared.getStackTrace().length);
        assertEquals(0, shared.getSuppressed().length);
        assertNull(shared.getCause());
    }

    @Test
    void negativeTimesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Timeout.after(child, -1));
    }
}
