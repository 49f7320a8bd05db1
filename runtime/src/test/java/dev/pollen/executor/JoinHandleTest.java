// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The result of a run: awaited, abandoned, aborted, between threads. */
@Timeout(120)
final class JoinHandleTest {
    private final Events events = new Events();
    private final Executor executor = Executor.builder()
            .clock(new VirtualClock())
            .uncaught((task, thrown) -> events.say("handler: " + task + " " + Events.text(thrown)))
            .build();
    private final Spawner spawner = executor.spawner();
    private final TaskPool<TestTask> pool = TestTask.pool("work", 1);
    private final HandPolled gate = new HandPolled();

    @AfterEach
    void close() {
        executor.close();
    }

    /** Waits for the gate, then gives a value or throws; says how it was unwound. */
    private Task<Object> work(Object value) {
        return TestTask.claim(pool, new TestTask.Body() {
            @Override
            public HandPolled next(int n) {
                if (n == 0) {
                    return gate;
                }
                if (value instanceof RuntimeException thrown) {
                    throw thrown;
                }
                return null;
            }

            @Override
            public Object result() {
                return value;
            }

            @Override
            public void unwinding(Throwable thrown) {
                events.say("work unwound by " + thrown.getClass().getSimpleName());
            }
        });
    }

    /** Awaits a handle and says what came. */
    private void awaitInTask(JoinHandle<?> handle) {
        spawner.spawn(TestTask.of("waiter", new TestTask.Body() {
            @Override
            public JoinHandle<?> next(int n) {
                return n == 0 ? handle : null;
            }

            @Override
            public void took(int n, Object value) {
                events.say("waiter took " + value);
            }

            @Override
            public void unwinding(Throwable thrown) {
                events.say("waiter threw " + Events.text(thrown));
            }
        }));
    }

    @Test
    void theResultMovesIntoTheHandleAndTheSlotIsFreeAtOnce() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        executor.runUntilStalled();
        assertFalse(handle.isFinished());
        gate.open();
        executor.runUntilStalled();
        assertTrue(handle.isFinished());
        TestTask slot = pool.claim();
        assertNotNull(slot);
        assertFalse(slot.holdsReferences());
        events.poll("handle", handle);
        events.expect("handle ready value");
    }

    // pw_async2: Join_SleepingTask
    @Test
    void whoeverAwaitsIsWokenAtTheEnd() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        awaitInTask(handle);
        executor.runUntilStalled();
        gate.open();
        executor.runUntilStalled();
        events.expect("waiter took value");
    }

    @Test
    void theExceptionIsThrownWhereTheHandleIsAwaited() {
        JoinHandle<Object> handle = spawner.submit(work(new IllegalArgumentException("no such pin")));
        awaitInTask(handle);
        executor.runUntilStalled();
        gate.open();
        executor.runUntilStalled();
        events.expect(
                "work unwound by IllegalArgumentException",
                "waiter threw IllegalArgumentException: no such pin",
                "handler: waiter IllegalArgumentException: no such pin");
        assertEquals(1, executor.failures());
    }

    @Test
    void aResultThatNobodyWantsIsLetGo() {
        gate.poll(Context.of(() -> {}));
        gate.open();
        spawner.spawn(work("value"));
        executor.runUntilStalled();
        assertFalse(pool.claim().holdsReferences());
    }

    @Test
    void cancellingTheHandleOnlyStopsTheWaiting() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        executor.runUntilStalled();
        events.poll("handle", handle);
        handle.cancel();
        assertFalse(handle.isFinished());
        gate.open();
        executor.runUntilStalled();
        assertTrue(handle.isFinished());
        events.poll("handle", handle);
        events.expect("handle pending", "handle threw IllegalStateException: a join handle was polled after cancel");
        assertNotNull(pool.claim());
    }

    @Test
    void anExceptionThatNobodyAwaitsAnyMoreGoesToTheHandler() {
        JoinHandle<Object> before = spawner.submit(work(new IllegalArgumentException("before")));
        executor.runUntilStalled();
        before.cancel();
        gate.open();
        executor.runUntilStalled();
        JoinHandle<Object> after = spawner.submit(work(new IllegalArgumentException("after")));
        executor.runUntilStalled();
        spawner.spawn(TestTask.of("canceller", n -> {
            after.cancel();
            return null;
        }));
        executor.runUntilStalled();
        events.expect(
                "work unwound by IllegalArgumentException",
                "handler: work IllegalArgumentException: before",
                "work unwound by IllegalArgumentException",
                "handler: canceller IllegalArgumentException: after");
    }

    // pw_async2: cancellable_task: CancelsPendingTask; Tokio: task_abort: abort wakes the task
    @Test
    void abortUnwindsTheTaskInTheNextRound() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        awaitInTask(handle);
        executor.runUntilStalled();
        handle.abort();
        events.expect();
        executor.runUntilStalled();
        assertTrue(gate.isCancelled());
        events.expect(
                "work unwound by CancelledError",
                "waiter threw TaskAbortedException: task work was aborted before it had a result",
                "handler: waiter TaskAbortedException: task work was aborted before it had a result");
        assertNotNull(pool.claim());
    }

    @Test
    void abortBeforeTheFirstPollMeansThatTheBodyNeverRuns() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        handle.abort();
        executor.runUntilStalled();
        assertEquals(0, gate.polls());
        assertTrue(handle.isFinished());
        events.expect();
    }

    @Test
    void abortAfterCancelStillEndsTheTask() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        executor.runUntilStalled();
        handle.cancel();
        handle.abort();
        executor.runUntilStalled();
        events.expect("work unwound by CancelledError");
        assertTrue(handle.isFinished());
    }

    @Test
    void abortHoldsThoughTheHandleServesAnotherRunBeforeTheExecutorLooks() {
        TaskJoin<Object> slot = new TaskJoin<>();
        spawner.submit$in(work("old"), slot);
        executor.runUntilStalled();
        slot.abort();
        slot.cancel();
        spawner.submit$in(TestTask.of("other", resultOnly("new")), slot);
        executor.runUntilStalled();
        events.poll("handle", slot);
        events.expect("work unwound by CancelledError", "handle ready new");
        assertNotNull(pool.claim());
    }

    @Test
    void anAbortThatIsLeftBehindDoesNotTouchTheNextOccupant() {
        TaskJoin<Object> slot = new TaskJoin<>();
        spawner.submit$in(work("old"), slot);
        executor.runUntilStalled();
        slot.abort();
        slot.cancel();
        spawner.submit$in(TestTask.of("other", resultOnly("new")), slot);
        executor.runUntilStalled();
        events.expect("work unwound by CancelledError");
        JoinHandle<Object> next = spawner.submit(work("next"));
        executor.runUntilStalled();
        gate.open();
        executor.runUntilStalled();
        events.poll("next", next);
        events.expect("next ready next");
    }

    // Tokio: task_abort: abort of a finished task
    @Test
    void abortOfARunThatHasEndedDoesNotTouchTheNextOccupant() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        executor.runUntilStalled();
        gate.open();
        executor.runUntilStalled();
        HandPolled next = new HandPolled();
        spawner.spawn(TestTask.claim(pool, n -> n == 0 ? next : null));
        executor.runUntilStalled();
        handle.abort();
        executor.runUntilStalled();
        assertFalse(next.isCancelled());
    }

    @Test
    void whatTheCleanUpOfAnAbortedTaskThrowsGoesToHandleAndHandler() {
        JoinHandle<Object> handle = spawner.submit(TestTask.claim(pool, new TestTask.Body() {
            @Override
            public HandPolled next(int n) {
                return gate;
            }

            @Override
            public void unwinding(Throwable thrown) {
                throw new IllegalStateException("broken clean-up");
            }
        }));
        awaitInTask(handle);
        executor.runUntilStalled();
        handle.abort();
        executor.runUntilStalled();
        events.expect(
                "handler: work IllegalStateException: broken clean-up",
                "waiter threw IllegalStateException: broken clean-up",
                "handler: waiter IllegalStateException: broken clean-up");
    }

    @Test
    void aHandleThatTheOwnExecutorPolledStaysThere() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        awaitInTask(handle);
        executor.runUntilStalled();
        assertThrows(IllegalStateException.class, () -> handle.poll(Context.of(() -> {})));
    }

    @Test
    void aHandleIsReadOnce() {
        JoinHandle<Object> handle = spawner.submit(work("value"));
        assertThrows(IllegalStateException.class, handle::get);
        executor.runUntilStalled();
        gate.open();
        executor.runUntilStalled();
        assertEquals(Poll.READY, handle.poll(Context.of(() -> {})));
        assertEquals("value", handle.get());
        events.poll("handle", handle);
        events.expect(
                "handle threw IllegalStateException: a join handle was polled after completion; it gives its result once, keep that in a variable");
        assertThrows(IllegalStateException.class, () -> new TaskJoin<>().poll(Context.of(() -> {})));
    }

    @Test
    void aSlotServesOneRunAfterTheOther() {
        TaskJoin<Object> slot = new TaskJoin<>();
        TaskPool<TestTask> quick = TestTask.pool("quick", 1);
        for (int i = 0; i < 3; i++) {
            Object value = "value " + i;
            spawner.submit$in(TestTask.claim(quick, resultOnly(value)), slot);
            executor.runUntilStalled();
            events.poll("slot", slot);
        }
        events.expect("slot ready value 0", "slot ready value 1", "slot ready value 2");
    }

    @Test
    void aSlotIsUsedAgainWhileItsCancelledRunGoesOn() {
        TaskJoin<Object> slot = new TaskJoin<>();
        spawner.submit$in(work("old"), slot);
        executor.runUntilStalled();
        slot.cancel();
        spawner.submit$in(TestTask.of("other", resultOnly("new")), slot);
        gate.open();
        executor.runUntilStalled();
        events.poll("slot", slot);
        events.expect("slot ready new");
    }

    private static TestTask.Body resultOnly(Object value) {
        return new TestTask.Body() {
            @Override
            public HandPolled next(int n) {
                return null;
            }

            @Override
            public Object result() {
                return value;
            }
        };
    }

    // pw_async2: RunOnce: results
    @Test
    void primitiveResultsKeepTheirType() {
        TaskJoin.OfInt ofInt = new TaskJoin.OfInt();
        TaskJoin.OfLong ofLong = new TaskJoin.OfLong();
        TaskJoin.OfDouble ofDouble = new TaskJoin.OfDouble();
        TaskJoin.OfBoolean ofBoolean = new TaskJoin.OfBoolean();
        spawner.submit$in(new TaskPool<>(new Numbers.Int(), "k", "int", 1).claim(), ofInt);
        spawner.submit$in(new TaskPool<>(new Numbers.Long(), "k", "long", 1).claim(), ofLong);
        spawner.submit$in(new TaskPool<>(new Numbers.Double(), "k", "double", 1).claim(), ofDouble);
        spawner.submit$in(new TaskPool<>(new Numbers.Boolean(), "k", "boolean", 1).claim(), ofBoolean);
        Task<Integer> generic = new TaskPool<>(new Numbers.Int(), "k", "int", 1).claim();
        JoinHandle<Integer> boxed = spawner.submit(generic);
        executor.runUntilStalled();
        for (JoinHandle<?> handle : new JoinHandle<?>[] {ofInt, ofLong, ofDouble, ofBoolean, boxed}) {
            events.poll("handle", handle);
        }
        events.expect("handle ready 7", "handle ready 8", "handle ready 0.5", "handle ready true", "handle ready 7");
        assertEquals(7, ofInt.getAsInt());
        assertEquals(8L, ofLong.getAsLong());
        assertEquals(0.5, ofDouble.getAsDouble());
        assertTrue(ofBoolean.getAsBoolean());
    }

    /** Tasks that are ready at once. */
    private static final class Numbers {
        private static final class Int extends Task.OfInt {
            @Override
            public Poll poll(Context cx) {
                return Poll.READY;
            }

            @Override
            protected int intResult() {
                return 7;
            }
        }

        private static final class Long extends Task.OfLong {
            @Override
            public Poll poll(Context cx) {
                return Poll.READY;
            }

            @Override
            protected long longResult() {
                return 8;
            }
        }

        private static final class Double extends Task.OfDouble {
            @Override
            public Poll poll(Context cx) {
                return Poll.READY;
            }

            @Override
            protected double doubleResult() {
                return 0.5;
            }
        }

        private static final class Boolean extends Task.OfBoolean {
            @Override
            public Poll poll(Context cx) {
                return Poll.READY;
            }

            @Override
            protected boolean booleanResult() {
                return true;
            }
        }
    }

    // pw_async2: Join_RunningTask
    @Test
    void anotherExecutorAwaitsTheResult() throws Exception {
        try (Executor worker = new Executor();
                Executor waiter = new Executor()) {
            TaskPool<TestTask> workers = TestTask.pool("worker", 4);
            HandPolled untilOver = new HandPolled();
            Threads.run(() -> worker.run(s -> s.spawn(TestTask.of("over", n -> n == 0 ? untilOver : null))), () -> {
                for (int i = 0; i < 5_000; i++) {
                    Object value = i;
                    Task<Object> task = TestTask.claim(workers, resultOnly(value));
                    assertEquals(value, waiter.blockOn(worker.spawner().submit(task)));
                }
                while (untilOver.waker() == null) {
                    Thread.yield();
                }
                untilOver.open();
            });
        }
    }

    // pw_async2: DeregisterRunningTask_TaskReturnsPending
    @Test
    void runsAreAbortedFromAnotherThread() throws Exception {
        try (Executor worker = new Executor();
                Executor waiter = new Executor()) {
            TaskPool<TestTask> workers = TestTask.pool("worker", 4);
            HandPolled untilOver = new HandPolled();
            Threads.run(() -> worker.run(s -> s.spawn(TestTask.of("over", n -> n == 0 ? untilOver : null))), () -> {
                for (int i = 0; i < 2_000; i++) {
                    HandPolled never = new HandPolled();
                    Task<Object> task = TestTask.claim(workers, n -> n == 0 ? never : null);
                    assertNotNull(task);
                    JoinHandle<Object> handle = worker.spawner().submit(task);
                    handle.abort();
                    assertThrows(TaskAbortedException.class, () -> waiter.blockOn(handle));
                }
                while (untilOver.waker() == null) {
                    Thread.yield();
                }
                untilOver.open();
            });
        }
    }
}
