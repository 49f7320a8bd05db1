// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.time.MissedTicks;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In steady state the executor and everything that waits on it allocate nothing: exactly 0 bytes in 100,000 polls. */
final class ExecutorAllocationTest {
    /** A thousand of these are a window of {@link Allocation}. */
    private static final int POLLS_PER_ROUND = 120;

    private final VirtualClock clock = new VirtualClock();
    private final Executor executor = Executor.on(clock);
    private final Spawner spawner = executor.spawner();
    private final TaskPool<TestTask> children = TestTask.pool("child", 4);
    private final TestTask.Body nothing = n -> null;
    private Object kept;
    private int rounds;

    @AfterEach
    void close() {
        executor.close();
    }

    private void round() {
        long end = executor.polls() + POLLS_PER_ROUND;
        while (executor.polls() < end) {
            if (!executor.poll()) {
                clock.advanceToNextDeadline();
            }
        }
    }

    private long bytesOf(TestTask.Body body) {
        spawner.spawn(TestTask.of("measured", body));
        return Allocation.bytes(this::round);
    }

    @Test
    void timers() {
        Timer slot = new Timer();
        assertEquals(0, bytesOf(n -> Timer.afterNanos$in(1 + n % 1_000_003, slot)));
    }

    @Test
    void thousandTimers() {
        TaskPool<TestTask> pool = TestTask.pool("timer", 1_000);
        for (int i = 0; i < 1_000; i++) {
            Timer slot = new Timer();
            int step = 1 + i * 7919 % 1_009;
            spawner.spawn(TestTask.claim(pool, n -> Timer.afterMicros$in(step + n % 17, slot)));
        }
        assertEquals(0, Allocation.bytes(this::round));
    }

    @Test
    void tickers() {
        Ticker.Next slot = new Ticker.Next();
        Ticker ticker = Ticker.everyMillis(3).missed(MissedTicks.SKIP);
        assertEquals(0, bytesOf(n -> ticker.next$in(slot)));
    }

    @Test
    void yields() {
        Yield slot = new Yield();
        assertEquals(0, bytesOf(n -> Futures.yieldNow$in(slot)));
    }

    @Test
    void timeoutsThatAreWonByTheValue() {
        Yield yield = new Yield();
        Timeout.OfObject<Void> slot = new Timeout.OfObject<>();
        assertEquals(0, bytesOf(n -> Timeout.after$in(Futures.yieldNow$in(yield), 5, slot)));
    }

    @Test
    void timeoutsThatAreOver() {
        assertEquals(0, bytesOf(new Losing()));
    }

    /** Awaits a limited future that never is ready, and catches the exception. */
    private static final class Losing implements TestTask.Body, Future<Void> {
        private final Timeout.OfObject<Void> slot = new Timeout.OfObject<>();
        private final HandPolled never = new HandPolled();

        @Override
        public Future<?> next(int n) {
            Timeout.after$in(never, 5, slot);
            return this;
        }

        @Override
        public Poll poll(Context cx) {
            try {
                return pollLimited(cx);
            } catch (TimeoutException expected) {
                return Poll.READY;
            }
        }

        private Poll pollLimited(Context cx) throws TimeoutException {
            return slot.poll(cx);
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {
            slot.cancel();
        }
    }

    @Test
    void spawns() {
        Yield slot = new Yield();
        assertEquals(0, bytesOf(n -> {
            spawner.spawn(TestTask.claim(children, nothing));
            return Futures.yieldNow$in(slot);
        }));
    }

    @Test
    void joinsOfObjects() {
        TaskJoin<Object> slot = new TaskJoin<>();
        assertEquals(0, bytesOf(n -> spawner.submit$in(TestTask.claim(children, nothing), slot)));
    }

    @Test
    void joinsOfInts() {
        TaskPool<Seven> pool = new TaskPool<>(new Seven(), "test.seven", "seven", 1);
        TaskJoin.OfInt slot = new TaskJoin.OfInt();
        assertEquals(0, bytesOf(n -> spawner.submit$in(pool.claim(), slot)));
    }

    /** Ready at once. */
    private static final class Seven extends Task.OfInt {
        @Override
        public Poll poll(Context cx) {
            return Poll.READY;
        }

        @Override
        protected int intResult() {
            return 7;
        }
    }

    @Test
    void aborts() {
        TaskJoin<Object> slot = new TaskJoin<>();
        HandPolled never = new HandPolled();
        TestTask.Body waits = n -> never;
        Yield yield = new Yield();
        assertEquals(0, bytesOf(n -> {
            if (n % 2 == 0) {
                spawner.submit$in(TestTask.claim(children, waits), slot);
                return Futures.yieldNow$in(yield);
            }
            slot.abort();
            slot.cancel();
            return Futures.yieldNow$in(yield);
        }));
    }

    @Test
    void exhaustedPools() {
        TaskPool<TestTask> pool = TestTask.pool("full", 1);
        pool.claim();
        Yield slot = new Yield();
        assertEquals(0, bytesOf(n -> {
            if (spawner.trySpawn(TestTask.call(pool, nothing))) {
                throw new AssertionError();
            }
            return Futures.yieldNow$in(slot);
        }));
    }

    @Test
    void wakesFromOutside() {
        HandPolled gate = new HandPolled();
        spawner.spawn(TestTask.of("gated", n -> gate));
        executor.runUntilStalled();
        assertEquals(0, Allocation.bytes(() -> {
            for (int i = 0; i < POLLS_PER_ROUND; i++) {
                gate.wake();
                executor.poll();
            }
        }));
    }

    @Test
    void sleeps() {
        Timer slot = new Timer();
        TestTask.Body body = n -> n < POLLS_PER_ROUND ? Timer.afterNanos$in(1 + n % 5_003, slot) : null;
        TaskPool<TestTask> pool = TestTask.pool("sleeping", 1);
        Executor.Init init = s -> s.spawn(TestTask.claim(pool, body));
        assertEquals(0, Allocation.bytes(() -> executor.run(init)));
    }

    @Test
    void oneObjectInAWindowIsSeen() {
        Timer slot = new Timer();
        spawner.spawn(TestTask.of("measured", n -> Timer.afterNanos$in(1 + n % 1_000_003, slot)));
        long bytes = Allocation.bytes(() -> {
            round();
            if (++rounds % 1_000 == 0) {
                kept = new Object();
            }
        });
        assertTrue(bytes >= 8 && bytes <= 24, () -> bytes + " bytes");
    }
}
