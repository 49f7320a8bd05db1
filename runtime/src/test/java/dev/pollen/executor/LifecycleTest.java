// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.CancelledError;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Pollen;
import dev.pollen.Unwinding;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.Printed;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Beginning and end of an executor's work. */
@Timeout(120)
final class LifecycleTest {
    private final Events events = new Events();
    private final Executor executor = Executor.builder()
            .clock(new VirtualClock())
            .name("main loop")
            .uncaught((task, thrown) -> events.say("handler: " + task + " " + Events.text(thrown)))
            .build();
    private final Spawner spawner = executor.spawner();

    private TestTask waiting(String name, Future<?> gate) {
        return TestTask.of(name, new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return n == 0 ? gate : null;
            }

            @Override
            public void unwinding(Throwable thrown) {
                events.say(name + " unwound by " + thrown.getClass().getSimpleName());
            }
        });
    }

    // pw_async2: RunToCompletionPendsPostedTask
    @Test
    void runEndsWhenNoTaskIsLeft() {
        executor.run(s -> s.spawn(TestTask.of("a", n -> {
            events.say("a" + n);
            return n < 2 ? Timer.afterMillis(1) : null;
        })));
        events.expect("a0", "a1", "a2");
        executor.run(s -> {});
    }

    // pw_async2: allocate_task: DestroyingDispatcherRemovesTaskReference
    @Test
    void stopCancelsTheRestOldestFirstAndGivesTheSlotsBack() {
        TaskPool<TestTask> pool = TestTask.pool("pooled", 1);
        executor.run(s -> {
            s.spawn(waiting("a", new HandPolled()));
            s.spawn(waiting("b", Timer.afterMillis(1_000)));
            s.spawn(TestTask.claim(pool, n -> n == 0 ? new HandPolled() : null));
            s.spawn(TestTask.of("stopper", n -> {
                executor.stop();
                events.say("stop was called");
                return n == 0 ? new HandPolled() : null;
            }));
            s.spawn(waiting("never polled", new HandPolled()));
        });
        events.expect("stop was called", "a unwound by CancelledError", "b unwound by CancelledError");
        assertNotNull(pool.claim());
        assertEquals(Long.MAX_VALUE, executor.nextDeadline());
    }

    @Test
    void anExecutorRunsAgainAfterStop() {
        executor.run(s -> {
            s.spawn(waiting("a", new HandPolled()));
            executor.stop();
        });
        executor.run(s -> s.spawn(TestTask.of("b", n -> {
            events.say("b" + n);
            return n == 0 ? Timer.afterMillis(1) : null;
        })));
        events.expect("b0", "b1");
    }

    @Test
    void stopOfAnExecutorThatIsDrivenByHandCancelsAtOnce() {
        spawner.spawn(waiting("a", new HandPolled()));
        executor.runUntilStalled();
        executor.stop();
        events.expect("a unwound by CancelledError");
        spawner.spawn(TestTask.of("b", n -> {
            events.say("b");
            return null;
        }));
        executor.runUntilStalled();
        events.expect("b");
    }

    @Test
    void stopBeforeTheFirstRunIsRemembered() {
        executor.stop();
        executor.run(s -> s.spawn(waiting("a", new HandPolled())));
        events.expect();
        executor.run(s -> s.spawn(waiting("b", Timer.afterMillis(1))));
        events.expect();
    }

    // Embassy: std/tick_cancel (run_until)
    @Test
    void stopComesFromAnotherThread() throws Exception {
        Executor real = new Executor();
        CountDownLatch running = new CountDownLatch(1);
        Threads.run(
                () -> real.run(s -> {
                    s.spawn(waiting("a", new HandPolled()));
                    s.spawn(TestTask.of("b", n -> {
                        running.countDown();
                        return null;
                    }));
                }),
                () -> {
                    running.await();
                    real.stop();
                });
        events.expect("a unwound by CancelledError");
        real.close();
    }

    @Test
    void tasksThatCleanUpCannotSpawnWhileTheExecutorStops() {
        spawner.spawn(TestTask.of("a", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return new HandPolled();
            }

            @Override
            public void unwinding(Throwable thrown) {
                SpawnException refused =
                        assertThrows(SpawnException.class, () -> spawner.spawn(waiting("late", new HandPolled())));
                events.say(refused.getMessage());
            }
        }));
        executor.runUntilStalled();
        executor.stop();
        events.expect(
                "task late was not spawned: its executor is stopping: spawn it when the executor runs again, or on another");
    }

    @Test
    void aCleanUpThatThrowsIsToldAndTheOthersAreStillCancelled() {
        spawner.spawn(TestTask.of("a", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return new HandPolled();
            }

            @Override
            public void unwinding(Throwable thrown) {
                throw new IllegalStateException("broken clean-up");
            }
        }));
        spawner.spawn(waiting("b", new HandPolled()));
        executor.runUntilStalled();
        executor.stop();
        events.expect("handler: a IllegalStateException: broken clean-up", "b unwound by CancelledError");
    }

    @Test
    void tasksThatWakeEachOtherWhileTheyAreCancelledAreGoneAllTheSame() {
        HandPolled[] gates = {new HandPolled(), new HandPolled(), new HandPolled()};
        TaskPool<TestTask> pool = TestTask.pool("pooled", 3);
        for (int i = 0; i < 3; i++) {
            int self = i;
            spawner.spawn(TestTask.claim(pool, new TestTask.Body() {
                @Override
                public Future<?> next(int n) {
                    return gates[self];
                }

                @Override
                public void unwinding(Throwable thrown) {
                    for (HandPolled gate : gates) {
                        gate.wake();
                    }
                }
            }));
        }
        executor.runUntilStalled();
        executor.stop();
        assertFalse(executor.runUntilStalled());
        for (int i = 0; i < 3; i++) {
            assertNotNull(pool.claim());
        }
    }

    @Test
    void closeCancelsAndMayBeRepeated() {
        spawner.spawn(waiting("a", new HandPolled()));
        executor.runUntilStalled();
        executor.close();
        executor.close();
        events.expect("a unwound by CancelledError");
        String message =
                assertThrows(IllegalStateException.class, executor::poll).getMessage();
        assertEquals("executor main loop is closed: build another one", message);
    }

    // pw_async2: DeregistersInDestructor
    @Test
    void aTaskThatWasSpawnedButNeverRunIsCancelledByClose() {
        TaskPool<TestTask> pool = TestTask.pool("pooled", 1);
        spawner.spawn(TestTask.claim(pool, n -> new HandPolled()));
        executor.close();
        assertNotNull(pool.claim());
    }

    @Test
    void closingInsideIsRefused() {
        executor.run(s -> s.spawn(TestTask.of("a", n -> {
            events.say(
                    assertThrows(IllegalStateException.class, executor::close).getMessage());
            events.say(assertThrows(IllegalStateException.class, executor::poll).getMessage());
            return null;
        })));
        events.expect(
                "executor main loop is running already, on this thread: a task cannot drive the executor that polls it",
                "executor main loop is running already, on this thread: a task cannot drive the executor that polls it");
    }

    // pw_async2: RunInTaskUntilStalledReturnsOutputOnReady
    @Test
    void blockOnGivesTheValueAndLeavesTheOtherTasks() {
        HandPolled other = new HandPolled();
        spawner.spawn(waiting("other", other));
        assertEquals("value", executor.blockOn(Future.of("value")));
        assertEquals(7, executor.blockOn(Future.ready(7)));
        assertNull(executor.blockOn(Timer.afterMillis(5)));
        assertFalse(other.isCancelled());
        assertTrue(executor.runUntilStalled());
    }

    @Test
    void blockOnThrowsWhatTheFutureThrows() {
        Exception thrown = new Exception("checked");
        assertSame(thrown, assertThrows(Exception.class, () -> executor.blockOn(new Failing(thrown))));
        assertEquals(0, executor.failures());
    }

    @Test
    void blockOnEndsWhenTheExecutorIsStopped() {
        HandPolled never = new HandPolled();
        spawner.spawn(TestTask.of("stopper", n -> {
            executor.stop();
            return null;
        }));
        String message = assertThrows(IllegalStateException.class, () -> executor.blockOn(never))
                .getMessage();
        assertEquals("executor main loop was stopped before the future of blockOn was complete", message);
    }

    // Tokio: block_on inside a runtime panics; Tokio: sync_mpsc: blocking_send, blocking_recv, in async context panics
    @Test
    void blockingOnAnExecutorsThreadIsRefused() {
        executor.run(s -> s.spawn(TestTask.of("a", n -> {
            events.say(assertThrows(IllegalStateException.class, () -> Pollen.blockOn(Future.done()))
                    .getMessage());
            events.say(assertThrows(IllegalStateException.class, () -> new Executor().run(t -> {}))
                    .getMessage());
            return null;
        })));
        events.expect(
                "blockOn was called on the thread of executor main loop and would stop all tasks there: await the future, or"
                        + " spawn a task",
                "run was called on the thread of executor main loop and would stop all tasks there: await the future, or"
                        + " spawn a task");
    }

    @Test
    void pollenBlockOnRunsOnRealTime() {
        assertEquals("value", Pollen.blockOn(Future.of("value")));
        assertNull(Pollen.blockOn(Timer.afterNanos(1_000)));
    }

    @Test
    void theCurrentExecutorIsThatOfTheThread() {
        assertNull(Executor.current());
        executor.run(s -> {
            assertSame(executor, Executor.current());
            s.spawn(TestTask.of("a", n -> {
                assertSame(executor, Executor.current());
                try (Executor inner = new Executor()) {
                    inner.spawner().spawn(TestTask.of("b", m -> {
                        assertSame(inner, Executor.current());
                        events.say("inner");
                        return null;
                    }));
                    inner.poll();
                }
                assertSame(executor, Executor.current());
                return null;
            }));
        });
        assertNull(Executor.current());
        events.expect("inner");
    }

    @Test
    void theDefaultHandlerPrints() {
        String text = Printed.by(() -> {
            try (Executor plain = new Executor()) {
                plain.run(s -> s.spawn(TestTask.of("a", n -> {
                    throw new IllegalArgumentException("no such pin");
                })));
            }
        });
        assertTrue(text.startsWith("task a failed" + System.lineSeparator()), text);
        assertTrue(text.contains("java.lang.IllegalArgumentException: no such pin"), text);
        assertTrue(text.contains("LifecycleTest"), text);
    }

    @Test
    void timingMeasuresPolls() {
        VirtualClock clock = new VirtualClock();
        TaskPool<TestTask> pool = TestTask.pool("pooled", 1);
        try (Executor timed = Executor.builder().clock(clock).timing(true).build()) {
            timed.spawner().spawn(TestTask.claim(pool, n -> {
                clock.advance(n == 0 ? 300 : 100);
                return n == 0 ? new HandPolled() : null;
            }));
            timed.runUntilStalled();
        }
        assertEquals(300, pool.record(0).busyNanos());
        assertEquals(300, pool.record(0).longestPollNanos());
    }

    @Test
    void countersTellPollsWakesAndSpuriousPolls() {
        TaskPool<TestTask> pool = TestTask.pool("pooled", 1);
        HandPolled gate = new HandPolled();
        spawner.spawn(TestTask.claim(pool, n -> n == 0 ? gate : null));
        executor.runUntilStalled();
        gate.wake();
        executor.runUntilStalled();
        gate.open();
        executor.runUntilStalled();
        assertEquals(3, pool.record(0).polls());
        assertEquals(3, pool.record(0).wakes());
        assertEquals(1, pool.record(0).spuriousPolls());
    }

    @Test
    void theDumpShowsWhereEachTaskStandsAndClaimsThatWereNeverSpawned() {
        TaskPool<TestTask> pool = TestTask.pool("pooled", 3);
        spawner.spawn(TestTask.claim(pool, n -> n == 0 ? new HandPolled() : null));
        executor.runUntilStalled();
        spawner.spawn(TestTask.claim(pool, n -> n == 0 ? new HandPolled() : null));
        TestTask.claim(pool, n -> null);
        executor.step();
        assertEquals(
                "pooled[0]: suspended at demo.pooled(Demo.java:1); polls 1, wakes 1, spurious 0\n"
                        + "  waits for dev.pollen.testing.HandPolled\n"
                        + "pooled[1]: suspended at demo.pooled(Demo.java:1); polls 1, wakes 1, spurious 0\n"
                        + "  waits for dev.pollen.testing.HandPolled\n"
                        + "pooled: claimed, never spawned\n",
                executor.dump());
    }

    private record Failing(Exception thrown) implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            throw Unwinding.rethrow(thrown);
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    @Test
    void cancelledErrorsAreShared() {
        assertSame(CancelledError.INSTANCE, CancelledError.INSTANCE.initCause(new Error()));
        CancelledError.INSTANCE.addSuppressed(new Error());
        assertEquals(0, CancelledError.INSTANCE.getSuppressed().length);
        assertEquals(0, CancelledError.INSTANCE.getStackTrace().length);
        assertNull(CancelledError.INSTANCE.getCause());
    }
}
