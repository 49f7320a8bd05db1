// SPDX-License-Identifier: Apache-2.0
package dev.pollen.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPool;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Time that a test moves, or an executor. */
@org.junit.jupiter.api.Timeout(120)
final class VirtualClockTest {
    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();

    private TestTask ticking(String name, long millis) {
        return TestTask.of(name, n -> {
            events.say(name + " " + clock.now() / 1_000_000);
            return Timer.afterMillis(millis);
        });
    }

    // Embassy: driver_mock: test_advance; pw_async2: InitialTime, SetTime, AdvanceTime; pw_async2:
    // AdvanceTimeRunsPastTimers
    @Test
    void itIsDrivenByHand() {
        try (Executor executor = Executor.on(clock)) {
            executor.spawner().spawn(ticking("a", 300));
            executor.spawner().spawn(ticking("b", 500));
            assertFalse(clock.advanceToNextDeadline());
            executor.runUntilStalled();
            clock.advanceMillis(299);
            executor.runUntilStalled();
            events.expect("a 0", "b 0");
            clock.advance(1_000_000);
            executor.runUntilStalled();
            events.expect("a 300");
            for (int i = 0; i < 3; i++) {
                assertTrue(clock.advanceToNextDeadline());
                executor.runUntilStalled();
            }
            events.expect("b 500", "a 600", "a 900");
            // A jump over several deadlines: they fire in their order, at the time that it is then.
            clock.advanceMillis(10_000);
            executor.runUntilStalled();
            events.expect("b 10900", "a 10900");
        }
    }

    // pw_async2: AdvanceUntilNextExpirationRunsPastTimers
    @Test
    void theNextDeadlineIsThatOfAllItsExecutors() {
        Executor one = Executor.on(clock);
        Executor other = Executor.on(clock);
        one.spawner().spawn(ticking("one", 300));
        other.spawner().spawn(ticking("other", 200));
        for (int i = 0; i < 4; i++) {
            one.runUntilStalled();
            other.runUntilStalled();
            assertTrue(clock.advanceToNextDeadline());
        }
        events.expect("one 0", "other 0", "other 200", "one 300", "other 400");
        other.close();
        assertTrue(clock.advanceToNextDeadline());
        one.close();
        assertFalse(clock.advanceToNextDeadline());
    }

    // pw_async2: TimeUntilNextExpiration (3)
    @Test
    void aDeadlineThatIsDueAlreadyDoesNotMoveTheClock() {
        try (Executor executor = Executor.on(clock)) {
            executor.spawner().spawn(ticking("a", 300));
            executor.runUntilStalled();
            clock.advanceMillis(400);
            assertTrue(clock.advanceToNextDeadline());
            assertEquals(400_000_000, clock.now());
        }
    }

    @Test
    void itDoesNotGoBackNorRunOver() {
        assertThrows(IllegalArgumentException.class, () -> clock.advance(-1));
        assertThrows(IllegalArgumentException.class, () -> clock.advanceMillis(-1));
        assertThrows(IllegalArgumentException.class, () -> clock.advanceMillis(Long.MAX_VALUE));
        clock.advance(Long.MAX_VALUE);
        assertThrows(IllegalArgumentException.class, () -> clock.advance(1));
    }

    // Tokio: time_pause: paused_time_is_deterministic, auto-advance
    @Test
    void aDayPassesInTheTimeOfItsPollsAndTheSameEachTime() {
        assertEquals(day(), day());
    }

    /** A day of firmware: a blinking light, a sensor, a watchdog; what it did, as a number. */
    private static long day() {
        VirtualClock clock = new VirtualClock();
        long[] hash = new long[1];
        try (Executor executor = Executor.on(clock)) {
            long end = 86_400_000_000_000L;
            executor.run(spawner -> {
                spawner.spawn(TestTask.of("blink", n -> {
                    hash[0] = hash[0] * 31 + 1;
                    return clock.now() < end ? Timer.afterMillis(500) : null;
                }));
                spawner.spawn(TestTask.of("sensor", n -> {
                    hash[0] = hash[0] * 31 + 2;
                    return clock.now() < end ? Timer.afterMillis(1_700) : null;
                }));
                spawner.spawn(TestTask.of("watchdog", n -> {
                    hash[0] = hash[0] * 31 + 3;
                    return clock.now() < end ? Timer.afterMillis(60_000) : null;
                }));
            });
            assertTrue(clock.now() >= end);
            assertEquals(172_801 + 50_825 + 1_441, executor.polls());
        }
        return hash[0];
    }

    @Test
    void withoutDeadlineItWaitsForAnotherThread() throws Exception {
        HandPolled gate = new HandPolled();
        CountDownLatch polled = new CountDownLatch(1);
        try (Executor executor = Executor.on(clock)) {
            Threads.run(
                    () -> executor.run(spawner -> {
                        spawner.spawn(TestTask.of("gated", n -> n == 0 ? gate : null));
                        spawner.spawn(TestTask.of("second", n -> {
                            polled.countDown();
                            return null;
                        }));
                    }),
                    () -> {
                        polled.await();
                        gate.open();
                    });
        }
        assertEquals(0, clock.now());
    }

    @Test
    void manyTimersAtOnce() {
        TaskPool<TestTask> pool = TestTask.pool("many", 10_000);
        long[] fired = new long[1];
        try (Executor executor = Executor.on(clock)) {
            executor.run(spawner -> {
                for (int i = 0; i < 10_000; i++) {
                    int step = 1 + i * 7919 % 10_007;
                    spawner.spawn(TestTask.claim(pool, n -> {
                        fired[0]++;
                        return n < 10 ? Timer.afterMicros(step) : null;
                    }));
                }
            });
        }
        assertEquals(110_000, fired[0]);
    }
}
