// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static dev.pollen.futures.Futures.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.platform.MonotonicClock;
import dev.pollen.platform.ParkingSleeper;
import dev.pollen.platform.VirtualSleeper;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.RecordingSleeper;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.Clock;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Idle means asleep. */
@Timeout(120)
final class IdleTest {
    private static final long MILLI = 1_000_000;

    private static TestTask blinking(int times) {
        return TestTask.of("blink", n -> n < times ? Timer.afterMillis(500) : null);
    }

    @Test
    void threeSecondsOfOneTimerAreSixSleepsAndNoPassWithoutWork() {
        VirtualClock clock = new VirtualClock();
        RecordingSleeper sleeper = new RecordingSleeper(new VirtualSleeper(clock));
        try (Executor executor =
                Executor.builder().clock(clock).sleeper(sleeper).build()) {
            executor.run(spawner -> spawner.spawn(blinking(6)));
            assertEquals(
                    List.of(500 * MILLI, 1000 * MILLI, 1500 * MILLI, 2000 * MILLI, 2500 * MILLI, 3000 * MILLI),
                    sleeper.deadlines());
            assertEquals(3000 * MILLI, clock.now());
            assertEquals(7, executor.polls());
            assertEquals(7, executor.rounds());
        }
    }

    // pw_async2: system: InvokesTimerAfterDelay, InvokesTwoTimersInOrder
    @Test
    void onTheRealClockTheyAreNotManyMore() {
        RecordingSleeper sleeper = new RecordingSleeper(new ParkingSleeper());
        try (Executor executor = Executor.builder()
                .clock(MonotonicClock.INSTANCE)
                .sleeper(sleeper)
                .build()) {
            long begin = MonotonicClock.INSTANCE.now();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            executor.run(spawner -> spawner.spawn(blinking(6)));
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            System.out.println("3 s with one timer of 500 ms: "
                    + sleeper.deadlines().size() + " wake-ups, " + cpu / 1_000 + " us of CPU time");
            assertTrue(MonotonicClock.INSTANCE.now() - begin >= 3000 * MILLI);
            assertTrue(
                    sleeper.deadlines().size() <= 20, () -> sleeper.deadlines().size() + " wake-ups");
        }
    }

    @Test
    void anExecutorWithoutDeadlineSleepsUntilItIsWoken() throws Exception {
        RecordingSleeper sleeper = new RecordingSleeper(new ParkingSleeper());
        HandPolled gate = new HandPolled();
        CountDownLatch polled = new CountDownLatch(1);
        try (Executor executor = Executor.builder().sleeper(sleeper).build()) {
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
            for (long deadline : sleeper.deadlines()) {
                assertEquals(Long.MAX_VALUE, deadline);
            }
            assertEquals(2, gate.polls());
        }
    }

    /** Counts its readings. */
    private static final class CountedClock implements Clock {
        private long readings;

        @Override
        public long now() {
            return ++readings;
        }
    }

    private static long readingsOf(int polls, boolean withTimer) {
        CountedClock clock = new CountedClock();
        try (Executor executor = Executor.on(clock)) {
            executor.run(spawner -> {
                if (withTimer) {
                    spawner.spawn(TestTask.of("timer", n -> n == 0 ? Timer.at(Long.MAX_VALUE) : null));
                }
                spawner.spawn(TestTask.of("yields", n -> {
                    if (n == polls) {
                        executor.stop();
                    }
                    return yieldNow();
                }));
            });
        }
        return clock.readings;
    }

    @Test
    void theClockIsReadOnceInSixtyFourPollsWhileATimerIsArmedAndElseNotAtAll() {
        long one = readingsOf(640, true);
        long two = readingsOf(1280, true);
        assertEquals(10, two - one);
        assertEquals(readingsOf(0, false), readingsOf(1280, false));
    }

    @Test
    void aTimerIsSeenAfterOneLongPoll() {
        VirtualClock clock = new VirtualClock();
        long[] late = new long[1];
        try (Executor executor = Executor.on(clock)) {
            executor.run(spawner -> {
                spawner.spawn(TestTask.of("timer", n -> {
                    late[0] = Math.max(late[0], clock.now() - n * 10_000_000L);
                    if (n == 20) {
                        executor.stop();
                    }
                    return Timer.at((n + 1) * 10_000_000L);
                }));
                spawner.spawn(TestTask.of("computes and yields", n -> {
                    clock.advance(1_000_000);
                    return yieldNow();
                }));
            });
        }
        assertTrue(late[0] <= 2_000_000, () -> "nanoseconds late: " + late[0]);
    }

    @Test
    void theFirstTimerInALongTimeIsSeenAfterOneLongPollToo() {
        VirtualClock clock = new VirtualClock();
        long[] late = new long[1];
        try (Executor executor = Executor.on(clock)) {
            executor.run(spawner -> {
                spawner.spawn(TestTask.of("yields, then sleeps", n -> {
                    if (n == 21) {
                        late[0] = clock.now() - 25_000_000L;
                        executor.stop();
                    }
                    return n < 20 ? yieldNow() : Timer.at(25_000_000L);
                }));
                spawner.spawn(TestTask.of("computes and yields", n -> {
                    clock.advance(1_000_000);
                    return yieldNow();
                }));
            });
        }
        assertTrue(late[0] <= 2_000_000, () -> "nanoseconds late: " + late[0]);
    }

    @Test
    void aTimerIsSeenInALongRound() {
        List<Long> seen = new ArrayList<>();
        VirtualClock clock = new VirtualClock();
        try (Executor executor = Executor.on(clock)) {
            executor.spawner().spawn(TestTask.of("timer", n -> {
                if (n == 1) {
                    seen.add(executor.polls());
                }
                return n == 0 ? Timer.afterNanos(1) : null;
            }));
            TaskPool<TestTask> pool = TestTask.pool("many", 1_000);
            for (int i = 0; i < 1_000; i++) {
                executor.spawner().spawn(TestTask.claim(pool, n -> yieldNow()));
            }
            executor.poll();
            clock.advance(1);
            executor.poll();
            executor.poll();
        }
        // Due at the start of the second round, so it is first in the third at the latest.
        assertTrue(seen.get(0) <= 2_002, seen::toString);
    }
}
