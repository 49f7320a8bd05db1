// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Results in the order in which they come. */
final class JoinSetTest {
    private final Events events = new Events();
    private final TaskPool<TestTask> pool = TestTask.pool("run", 8);
    private final Executor executor = Executor.builder()
            .clock(new VirtualClock())
            .uncaught((task, thrown) -> events.say(task + " uncaught " + Events.text(thrown)))
            .build();
    private final JoinSet<Object> set = JoinSet.of(executor.spawner(), 3);

    @AfterEach
    void close() {
        set.close();
        executor.close();
        for (int i = 0; i < 8; i++) {
            assertTrue(pool.claim() != null);
        }
    }

    private Task<Object> after(long millis, Object result) {
        return TestTask.call(pool, new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return n == 0 ? Timer.afterMillis(millis) : null;
            }

            @Override
            public Object result() {
                if (result instanceof RuntimeException failure) {
                    throw failure;
                }
                return result;
            }
        });
    }

    /** A task that takes what there is from the set and says it. */
    private void take(int results) {
        executor.spawner().spawn(TestTask.of("taker", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return n < results ? set.joinNext() : null;
            }

            @Override
            public void took(int n, Object value) {
                events.say("took " + value);
            }

            @Override
            public void unwinding(Throwable thrown) {
                events.say("taker gets " + Events.text(thrown));
            }
        }));
    }

    private void run() {
        executor.run(spawner -> {});
    }

    // Tokio: task_join_set: test_with_sleep, alternating
    @Test
    void resultsComeInTheOrderOfTheirEnds() {
        set.spawn(after(30, "slow"));
        set.spawn(after(10, "fast"));
        set.spawn(after(20, "middle"));
        take(3);
        run();
        events.expect("took fast", "took middle", "took slow");
        assertTrue(set.isEmpty());
    }

    // Tokio: task_join_set: task_panics
    @Test
    void aRunThatThrowsLeavesFromItsJoinNextAndTheOthersStay() {
        set.spawn(after(10, new IllegalArgumentException("broken")));
        set.spawn(after(20, "fine"));
        take(2);
        run();
        assertEquals(1, set.size());
        take(1);
        run();
        events.expect(
                "taker gets IllegalArgumentException: broken",
                "taker uncaught IllegalArgumentException: broken",
                "took fine");
    }

    // Tokio: task_join_set: abort_tasks
    // Tokio: task_abort: JoinError display
    @Test
    void abortedRunsEndAsSuch() {
        set.spawn(after(10, "a"));
        executor.runUntilStalled();
        set.abortAll();
        take(1);
        run();
        events.expect(
                "taker gets TaskAbortedException: task run was aborted before it had a result",
                "taker uncaught TaskAbortedException: task run was aborted before it had a result");
    }

    // Tokio: task_join_set: abort_on_drop
    @Test
    void closingAbortsTheRuns() {
        HandPolled gate = new HandPolled();
        set.spawn(TestTask.call(pool, n -> gate));
        executor.runUntilStalled();
        set.close();
        assertTrue(set.isEmpty());
        executor.runUntilStalled();
        assertTrue(gate.isCancelled());
        assertEquals("", executor.dump());
    }

    @Test
    void aFullSetRefuses() {
        for (int i = 0; i < 3; i++) {
            assertTrue(set.trySpawn(after(1, "x")));
        }
        Task<Object> fourth = after(1, "y");
        assertFalse(set.trySpawn(fourth));
        assertEquals(
                "a JoinSet for 3 runs is full: await joinNext() first, or make it larger",
                assertThrows(IllegalStateException.class, () -> set.spawn(fourth))
                        .getMessage());
        executor.spawner().spawn(fourth);
        run();
    }

    @Test
    void anEmptySetIsNotWaitedFor() {
        take(1);
        run();
        events.expect(
                "taker gets IllegalStateException: JoinSet.joinNext() waits for nothing, as the set is empty: ask isEmpty()"
                        + " first",
                "taker uncaught IllegalStateException: JoinSet.joinNext() waits for nothing, as the set is empty: ask"
                        + " isEmpty() first");
    }

    // Tokio: task_join_set: join_next is cancel safe
    @Test
    void aCancelledJoinNextLosesNothing() {
        set.spawn(after(10, "kept"));
        Future<Object> cancelled = set.joinNext();
        executor.spawner().spawn(TestTask.of("impatient", n -> {
            if (n == 0) {
                events.poll("first", cancelled);
                cancelled.cancel();
                return Timer.afterMillis(20);
            }
            return null;
        }));
        run();
        take(1);
        run();
        events.expect("first pending", "took kept");
    }

    @Test
    void theRunsMayBeOnAnotherThread() throws Exception {
        try (InterruptExecutor other =
                        InterruptExecutor.start(Executor.builder().name("other"), 5);
                JoinSet<Object> remote = JoinSet.of(other.spawner(), 4)) {
            int sum = 0;
            for (int round = 0; round < 200; round++) {
                for (int i = 0; i < 4; i++) {
                    int value = i;
                    remote.spawn(TestTask.call(pool, new TestTask.Body() {
                        @Override
                        public Future<?> next(int n) {
                            return n < value ? dev.pollen.futures.Futures.yieldNow() : null;
                        }

                        @Override
                        public Object result() {
                            return value;
                        }
                    }));
                }
                while (!remote.isEmpty()) {
                    sum += (Integer) Threads.await(remote.joinNext());
                }
            }
            assertEquals(200 * 6, sum);
        }
    }

    @Test
    void aRoundOfSpawnsAndJoinsAllocatesNothing() {
        TestTask.Body body = n -> null;
        JoinSet.Next<Object> slot = new JoinSet.Next<>();
        TestTask.Body taker = n -> set.isEmpty() ? null : set.joinNext$in(slot);
        TaskPool<TestTask> takers = TestTask.pool("taker", 1);
        assertEquals(0, Allocation.bytes(() -> {
            set.spawn(TestTask.call(pool, body));
            set.spawn(TestTask.call(pool, body));
            executor.spawner().spawn(TestTask.call(takers, taker));
            executor.runUntilStalled();
        }));
    }
}
