// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Wakes and spawns by threads other than the executor's. Something lost shows as a test that does not end. */
@Timeout(120)
final class RemoteWakeTest {
    private static final int ROUNDS = 20_000;

    /** Counts up to a number that other threads raise; the next step is only made when a wake comes. */
    private static final class Steps implements Future<Void> {
        private final AtomicLong allowed = new AtomicLong();
        private volatile Waker waker;
        private long made;

        @Override
        public Poll poll(Context cx) {
            waker = cx.waker();
            made = Math.max(made, allowed.get());
            return made == 2L * ROUNDS ? Poll.READY : Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    @Test
    void noWakeIsLost() throws Exception {
        Steps steps = new Steps();
        CountDownLatch polled = new CountDownLatch(1);
        Executor executor = new Executor();
        Threads.Body raise = () -> {
            polled.await();
            for (int i = 0; i < ROUNDS; i++) {
                steps.allowed.incrementAndGet();
                steps.waker.wake();
            }
        };
        Threads.run(
                () -> executor.run(spawner -> {
                    spawner.spawn(TestTask.of("steps", n -> n == 0 ? steps : null));
                    spawner.spawn(TestTask.of("start", n -> {
                        polled.countDown();
                        return null;
                    }));
                }),
                raise,
                raise);
        assertEquals(2L * ROUNDS, steps.made);
        executor.close();
    }

    @Test
    void whatTheWakerWroteIsVisibleToThePoll() throws Exception {
        // Plain fields on purpose: the wake alone orders them, also where it finds the task queued already.
        long[] written = new long[1];
        long[] seen = new long[1];
        HandPolled[] gate = {new HandPolled()};
        CountDownLatch polled = new CountDownLatch(1);
        Executor executor = new Executor();
        Threads.run(
                () -> executor.run(spawner -> {
                    spawner.spawn(
                            TestTask.of("reader", n -> n == 0 ? new Reader(written, seen, gate[0], polled) : null));
                }),
                () -> {
                    polled.await();
                    for (int i = 1; i <= ROUNDS; i++) {
                        written[0] = i;
                        gate[0].wake();
                    }
                });
        assertEquals(ROUNDS, seen[0]);
        executor.close();
    }

    private record Reader(long[] written, long[] seen, HandPolled gate, CountDownLatch polled) implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            if (gate.waker() == null) {
                gate.poll(cx);
                polled.countDown();
            } else {
                cx.waker();
            }
            seen[0] = written[0];
            return seen[0] == ROUNDS ? Poll.READY : Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    @Test
    void tasksAreSpawnedFromAnyThread() throws Exception {
        AtomicInteger ended = new AtomicInteger();
        TaskPool<TestTask> pool = TestTask.pool("spawned", 64);
        Executor executor = new Executor();
        HandPolled open = new HandPolled();
        CountDownLatch running = new CountDownLatch(1);
        Threads.Body spawn = () -> {
            running.await();
            for (int i = 0; i < ROUNDS; i++) {
                TestTask task = TestTask.claim(pool, n -> {
                    ended.incrementAndGet();
                    return null;
                });
                while (task == null) {
                    Thread.onSpinWait();
                    task = TestTask.claim(pool, n -> {
                        ended.incrementAndGet();
                        return null;
                    });
                }
                executor.spawner().spawn(task);
            }
        };
        Threads.run(
                () -> executor.run(spawner -> {
                    spawner.spawn(TestTask.of("open", n -> n == 0 ? open : null));
                    spawner.spawn(TestTask.of("running", n -> {
                        running.countDown();
                        return null;
                    }));
                }),
                () -> {
                    Threads.run(spawn, spawn, spawn);
                    open.open();
                });
        assertEquals(3 * ROUNDS, ended.get());
        assertTrue(executor.polls() >= 3 * ROUNDS);
        executor.close();
    }

    // pw_async2: Dispatcher.WakingMultipleTasksOnlyWakesOnce; pw_async2: W8, W9 one DoWake between two stalls, without
    // a lock
    @Test
    void onlyAPushOntoAnEmptyListPends() {
        AtomicInteger pends = new AtomicInteger();
        Executor executor = Executor.builder().pender(pends::incrementAndGet).build();
        HandPolled a = new HandPolled();
        HandPolled b = new HandPolled();
        executor.spawner().spawn(TestTask.of("a", n -> n == 0 ? a : null));
        executor.spawner().spawn(TestTask.of("b", n -> n == 0 ? b : null));
        assertEquals(1, pends.get());
        executor.poll();
        a.wake();
        b.wake();
        a.wake();
        assertEquals(2, pends.get());
        executor.poll();
        assertEquals(2, a.polls());
        assertEquals(2, b.polls());
        // A wake on the executor's own thread pends when poll returns: a loop that polls only when told goes on.
        executor.spawner().spawn(TestTask.of("inside", n -> {
            a.wake();
            return null;
        }));
        assertEquals(3, pends.get());
        assertTrue(executor.poll());
        assertEquals(4, pends.get());
        assertTrue(executor.poll());
        assertEquals(4, pends.get());
        assertEquals(3, a.polls());
        executor.close();
    }
}
