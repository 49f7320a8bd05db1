// SPDX-License-Identifier: Apache-2.0
package dev.pollen.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.executor.Executor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.executor.TaskAbortedException;
import dev.pollen.executor.TaskPool;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.VirtualClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scenarios of pw_async2's dispatcher, task and task helper tests, under their names. */
final class DispatcherTest {
    private final Events events = new Events();
    private final AtomicInteger pends = new AtomicInteger();
    private final Executor executor = Executor.builder()
            .clock(new VirtualClock())
            .pender(pends::incrementAndGet)
            .build();

    @AfterEach
    void close() {
        executor.close();
    }

    private JoinHandle<Object> post(String name, Future<?>... awaits) {
        return executor.spawner().submit(TestTask.of(name, n -> {
            events.say(name + n);
            return n < awaits.length ? awaits[n] : null;
        }));
    }

    // pw_async2: IsRegistered
    @Test
    void RunUntilStalledPendsPostedTask() {
        JoinHandle<Object> handle = post("task");
        assertFalse(executor.runUntilStalled());
        events.expect("task0");
        assertTrue(handle.isFinished());
        assertEquals(1, executor.polls());
    }

    @Test
    void RunUntilStalledReturnsOnNotReady() {
        post("task", new HandPolled());
        assertTrue(executor.runUntilStalled());
        assertEquals(1, executor.polls());
    }

    @Test
    void RunUntilStalledDoesNotPendSleepingTask() {
        HandPolled gate = new HandPolled();
        JoinHandle<Object> handle = post("task", gate);
        executor.runUntilStalled();
        executor.runUntilStalled();
        assertEquals(1, executor.polls());
        gate.open();
        executor.runUntilStalled();
        assertEquals(2, executor.polls());
        assertTrue(handle.isFinished());
    }

    @Test
    void RunUntilStalledWithNoTasksReturnsReady() {
        assertFalse(executor.runUntilStalled());
        assertEquals(0, executor.polls());
    }

    /** Three tasks share a counter, each wakes the next until it is 5: five polls, three ends. */
    @Test
    void RunToCompletionPendsMultipleTasks() {
        HandPolled[] gates = {new HandPolled(), new HandPolled(), new HandPolled()};
        for (int i = 0; i < 3; i++) {
            int own = i;
            executor.spawner().spawn(TestTask.of("t" + i, n -> {
                events.say("t" + own + n);
                if (n == 0 && own < 2) {
                    return gates[own];
                }
                if (own > 0) {
                    gates[own - 1].open();
                }
                return null;
            }));
        }
        executor.run(spawner -> {});
        events.expect("t00", "t10", "t20", "t11", "t01");
        assertEquals(5, executor.polls());
    }

    @Test
    void PostToDispatcherFromInsidePendSucceeds() {
        executor.spawner().spawn(TestTask.of("outer", n -> {
            post("inner");
            return null;
        }));
        executor.runUntilStalled();
        events.expect("inner0");
        assertEquals(2, executor.polls());
    }

    /** Changed: a task is aborted through its handle, and is unwound instead of polled. */
    @Test
    void RunToCompletionIgnoresDeregisteredTask() {
        JoinHandle<Object> handle = post("task");
        handle.abort();
        executor.run(spawner -> {});
        events.expect();
        assertTrue(handle.isFinished());
    }

    @Test
    void PostOnlyWakesOnce() {
        post("a");
        post("b");
        post("c");
        assertEquals(1, pends.get());
    }

    @Test
    void WakingMultipleTasksAndPostingOnlyWakesOnce() {
        HandPolled a = new HandPolled();
        HandPolled b = new HandPolled();
        post("a", a);
        post("b", b);
        executor.runUntilStalled();
        pends.set(0);
        a.wake();
        b.wake();
        post("c");
        a.wake();
        assertEquals(1, pends.get());
    }

    @Test
    void RunToCompletionWaitsForTaskToWake() throws Exception {
        HandPolled gate = new HandPolled();
        CountDownLatch polled = new CountDownLatch(1);
        try (Executor real = new Executor()) {
            Threads.run(
                    () -> real.run(spawner -> {
                        spawner.spawn(TestTask.of("waits", n -> n == 0 ? gate : null));
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
        assertEquals(2, gate.polls());
    }

    @Test
    void DeregisterWhileSleeping() {
        HandPolled gate = new HandPolled();
        JoinHandle<Object> handle = post("task", gate);
        executor.runUntilStalled();
        handle.abort();
        assertFalse(executor.runUntilStalled());
        gate.wake();
        executor.runUntilStalled();
        assertEquals(1, gate.polls());
        assertTrue(gate.isCancelled());
    }

    // pw_async2 regression 5e2fab3da: a task that ends while it is woken is not polled again, and may be posted again.
    @Test
    void CompletesWhileWokenWhileRunning() {
        TaskPool<TestTask> pool = TestTask.pool("task", 1);
        TestTask[] task = new TestTask[1];
        task[0] = TestTask.claim(pool, n -> {
            events.say("polled");
            task[0].wake();
            return null;
        });
        executor.spawner().spawn(task[0]);
        executor.runUntilStalled();
        events.expect("polled");
        executor.spawner().spawn(TestTask.claim(pool, n -> null));
        executor.runUntilStalled();
        assertEquals(2, executor.polls());
    }

    // pw_async2: cancellable_task_test: DoesNothingWithCompletedTask, CancelsTaskBeforeRunning
    // pw_async2: DeregisterRunningTask_TaskReturnsReady
    @Test
    void DoesNothingWithCompletedTask() {
        JoinHandle<Object> handle = post("task");
        executor.runUntilStalled();
        handle.abort();
        executor.runUntilStalled();
        assertNull(executor.blockOn(handle));
        events.expect("task0");
    }

    @Test
    void CancelsTaskBeforeRunning() {
        JoinHandle<Object> handle = post("task");
        handle.abort();
        assertThrows(TaskAbortedException.class, () -> executor.blockOn(handle));
        events.expect();
    }

    // pw_async2: func_task_test: PendDelegatesToFunc
    @Test
    void PendDelegatesToFunc() {
        HandPolled gate = new HandPolled();
        executor.spawner().spawn(Task.of(gate));
        assertEquals(0, gate.polls());
        executor.runUntilStalled();
        executor.runUntilStalled();
        assertEquals(1, gate.polls());
        gate.wake();
        executor.runUntilStalled();
        assertEquals(2, gate.polls());
    }

    // pw_async2: await_test: void/value x pending/ready; coro_test: AwaitMultipleAndAwakenRuns
    @Test
    void AwaitMultipleAndAwakenRuns() {
        HandPolled a = new HandPolled();
        HandPolled b = new HandPolled();
        post("task", a, b);
        executor.runUntilStalled();
        events.say(a.polls() + " " + b.polls());
        a.open();
        executor.runUntilStalled();
        events.say(a.polls() + " " + b.polls());
        b.open();
        executor.runUntilStalled();
        events.say(a.polls() + " " + b.polls());
        events.expect("task0", "1 0", "task1", "2 1", "task2", "2 2");
    }

    // pw_async2 defect D8: I/O and timers starve beside a task that keeps waking itself.
    // Embassy: executor_fairness_test
    @Test
    void ATimerIsSeenBesideATaskThatKeepsWakingItself() {
        VirtualClock clock = (VirtualClock) executor.clock();
        boolean[] rung = new boolean[1];
        executor.spawner().spawn(TestTask.of("timer", n -> {
            rung[0] = n == 1;
            return n == 0 ? dev.pollen.time.Timer.afterNanos(1) : null;
        }));
        executor.spawner().spawn(TestTask.of("busy", n -> {
            clock.advance(1);
            return rung[0] ? null : dev.pollen.futures.Futures.yieldNow();
        }));
        executor.runUntilStalled();
        assertTrue(rung[0]);
    }
}
