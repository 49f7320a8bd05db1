// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.executor.Executor;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines and default values of timeouts, the resets of a ticker, waits that hold the thread, sums of ticks. */
final class TimeFormsTest {
    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private final Executor executor = Executor.builder()
            .clock(clock)
            .uncaught((task, thrown) -> events.say("handler: " + Events.text(thrown)))
            .build();

    private interface Await {
        Future<?> make(int n) throws TimeoutException;
    }

    @AfterEach
    void close() {
        executor.close();
    }

    /** Runs a task that awaits what it is given until that is null, and says what it took and when. */
    private void run(Await await) {
        IntFunction<Future<?>> made = n -> {
            try {
                return await.make(n);
            } catch (TimeoutException e) {
                throw new AssertionError(e);
            }
        };
        executor.run(spawner -> spawner.spawn(TestTask.of("task", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return made.apply(n);
            }

            @Override
            public void took(int n, Object value) {
                events.say(value + " at " + clock.now());
            }
        })));
    }

    // Embassy: with_deadline
    @Test
    void aTimeoutUntilAnInstant() {
        clock.advance(100);
        run(n -> n == 0 ? Timeout.at(Timer.at(250), 300) : null);
        run(n -> n == 0 ? Timeout.at(Timer.at(500), 400) : null);
        events.expect(
                "null at 250", "handler: TimeoutException: the time was over before the awaited future was ready");
        assertEquals(400, clock.now());
    }

    // Tokio: time_timeout: deadline_now_elapses, simultaneous_deadline_future_completion
    // Tokio: time_timeout: completed_future_past_deadline
    @Test
    void anInstantThatHasPassedStillPollsOnceAndTheValueWins() {
        clock.advance(100);
        run(n -> n == 0 ? Timeout.at(Future.ready(7), 50) : null);
        events.expect("7 at 100");
        HandPolled never = new HandPolled();
        run(n -> n == 0 ? Timeout.at(never, 50) : null);
        assertEquals(1, never.polls());
        assertTrue(never.isCancelled());
        events.forget();
    }

    // pw_async2: future_timeout: TimeoutOr with function / runtime value / constant
    @Test
    void aTimeoutWithAnotherValue() {
        HandPolled never = new HandPolled();
        run(n -> switch (n) {
            case 0 -> Timeout.orElse(Future.of("in time"), 30, "late");
            case 1 -> Timeout.orElse(later("x"), 30, "late");
            case 2 -> Timeout.orElse(Future.ready(1), 30, 9999);
            case 3 -> Timeout.orElse((Future.OfInt) new NeverInt(), 30, 9999);
            case 4 -> Timeout.orElse(Future.ready(true), 30, false);
            case 5 -> Timeout.orElse(never, 30, null);
            default -> null;
        });
        events.expect(
                "in time at 0",
                "late at 30000000",
                "1 at 30000000",
                "9999 at 60000000",
                "true at 60000000",
                "null at 90000000");
        assertTrue(never.isCancelled());
    }

    private static Future<String> later(String value) {
        return new Future<>() {
            @Override
            public dev.pollen.Poll poll(dev.pollen.Context cx) {
                cx.waker();
                return dev.pollen.Poll.PENDING;
            }

            @Override
            public String get() {
                return value;
            }

            @Override
            public void cancel() {}
        };
    }

    private static final class NeverInt implements Future.OfInt {
        @Override
        public dev.pollen.Poll poll(dev.pollen.Context cx) {
            cx.waker();
            return dev.pollen.Poll.PENDING;
        }

        @Override
        public int getAsInt() {
            return 0;
        }

        @Override
        public void cancel() {}
    }

    /** A ticker of 100, of which two ticks are taken after a reset at 50. */
    private void ticks(java.util.function.Consumer<Ticker> reset) {
        Ticker[] ticker = new Ticker[1];
        run(n -> {
            if (n == 0) {
                ticker[0] = Ticker.everyNanos(100);
                return Timer.afterNanos(50);
            }
            if (n == 1) {
                reset.accept(ticker[0]);
            }
            return n < 3 ? ticker[0].next() : null;
        });
    }

    // Tokio: time_interval: reset_immediately; Embassy: Ticker::now_and_every
    @Test
    void aResetMayTickAtOnce() {
        ticks(Ticker::resetImmediately);
        events.expect("null at 50", "null at 50", "null at 150");
    }

    // Tokio: time_interval: reset_after, reset_at_bigger_than_interval; Embassy: Ticker::reset_after
    @Test
    void aResetMayComeAfterATimeOfItsOwn() {
        ticks(ticker -> ticker.resetAfterNanos(270));
        events.expect("null at 50", "null at 320", "null at 420");
    }

    // Tokio: time_interval: reset_at; Embassy: Ticker::reset_at
    @Test
    void aResetMayNameAnInstant() {
        ticks(ticker -> ticker.resetAt(77));
        events.expect("null at 50", "null at 77", "null at 177");
    }

    @Test
    void aResetMovesAWaitThatIsUnderWay() {
        Ticker[] ticker = new Ticker[1];
        executor.spawner().spawn(TestTask.of("resets", n -> {
            if (n == 0) {
                return Timer.afterNanos(20);
            }
            ticker[0].resetAt(30);
            return null;
        }));
        run(n -> {
            if (n == 0) {
                ticker[0] = Ticker.everyNanos(100);
            }
            return n < 2 ? ticker[0].next() : null;
        });
        events.expect("null at 30", "null at 130");
    }

    /** The time that has passed is not one of the wheel's: 72 s is its earliest alarm when it is moved, 125 s is not. */
    @ParameterizedTest
    @ValueSource(ints = {72, 125})
    void aResetToATimeThatHasPassedTicksAtOnceAndNobodyIsLate(int seconds) {
        Ticker ticker = Ticker.everyMillis(seconds * 1000L);
        spawn("tick", n -> n < 2 ? ticker.next() : null);
        spawn("other", n -> n == 0 ? Timer.afterMillis(100_000) : null);
        run(n -> {
            if (n == 0) {
                return Timer.afterMillis(70_000);
            }
            if (n == 1) {
                ticker.resetAt(1);
                return Timer.afterMillis(60_000);
            }
            return null;
        });
        long second = 1_000_000_000L;
        List<String> expected = new ArrayList<>(List.of(
                "null at " + 70 * second,
                "tick at " + 70 * second,
                "other at " + 100 * second,
                "null at " + 130 * second));
        expected.add(seconds == 72 ? 2 : 3, "tick at " + (seconds * second + 1));
        events.expect(expected.toArray(String[]::new));
    }

    private void spawn(String name, IntFunction<Future<?>> await) {
        executor.spawner().spawn(TestTask.of(name, new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return await.apply(n);
            }

            @Override
            public void took(int n, Object value) {
                events.say(name + " at " + clock.now());
            }
        }));
    }

    @Test
    void aResetFromNowNeedsAnExecutor() {
        Ticker ticker = Ticker.everyNanos(100);
        assertThrows(IllegalStateException.class, ticker::resetImmediately);
        assertThrows(IllegalArgumentException.class, () -> ticker.resetAfterMillis(-1));
    }

    // Embassy: embassy-time delay.rs: block_for, try_block_for with Duration::MAX
    @Test
    void aDelayHoldsTheThreadAndMovesAVirtualClock() {
        run(n -> {
            if (n == 0) {
                Delay.blockForMicros(5);
                events.say("" + clock.now());
                Delay.blockForMillis(1);
                events.say("" + clock.now());
            }
            return null;
        });
        events.expect("5000", "1005000");
        assertThrows(IllegalArgumentException.class, () -> Delay.blockForNanos(-1));
        assertThrows(IllegalArgumentException.class, () -> Delay.blockForMillis(Long.MAX_VALUE));
    }

    // Embassy: Instant and Duration: checked_add, saturating_add, from_hz, duration_since
    @Test
    void ticksAreAddedWithoutRunningOver() {
        assertEquals(3_000_000_000L, Ticks.ofSeconds(3));
        assertEquals(3_000_000L, Ticks.ofMillis(3));
        assertEquals(3_000L, Ticks.ofMicros(3));
        assertThrows(ArithmeticException.class, () -> Ticks.ofSeconds(Long.MAX_VALUE / 1000));
        assertThrows(ArithmeticException.class, () -> Ticks.ofMillis(Long.MIN_VALUE));
        assertThrows(ArithmeticException.class, () -> Ticks.ofMicros(Long.MAX_VALUE));
        assertEquals(5, Ticks.plus(2, 3));
        assertThrows(ArithmeticException.class, () -> Ticks.plus(Long.MAX_VALUE, 1));
        assertEquals(Ticks.FOREVER, Ticks.plusSaturating(Long.MAX_VALUE - 1, 5));
        assertThrows(IllegalArgumentException.class, () -> Ticks.plusSaturating(1, -5));
        assertEquals(-3, Ticks.between(5, 2));
        assertThrows(ArithmeticException.class, () -> Ticks.between(-2, Long.MAX_VALUE));
        assertEquals(1_000_000, Ticks.ofHertz(1000));
        assertEquals(333_333_333, Ticks.ofHertz(3));
        assertEquals(666_667, Ticks.ofHertz(1500));
        assertEquals(1, Ticks.ofHertz(Long.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> Ticks.ofHertz(0));
    }

    /** Each look at it finds it 300 further on. */
    private static final class Looked implements Clock {
        private long looks;

        @Override
        public long now() {
            return 300 * looks++;
        }
    }

    @Test
    void aDelayLooksAtAClockThatGoesByItselfUntilTheTimeIsOver() {
        Looked clock = new Looked();
        Delay.block(900, clock);
        assertEquals(4, clock.looks, "begin, 300, 600, and 900, which is enough");
        Delay.block(901, clock);
        assertEquals(9, clock.looks, "one more");
        Delay.block(0, clock);
        assertEquals(11, clock.looks);
    }

    @Test
    void elsewhereTheMachinesClockMeasures() {
        Threads.elsewhere(() -> assertSame(Clock.monotonic(), Delay.clock()));
        run(n -> {
            assertSame(clock, Delay.clock());
            return null;
        });
        Delay.blockForNanos(1);
    }
}
