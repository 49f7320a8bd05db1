// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static dev.pollen.futures.Futures.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.CancelledError;
import dev.pollen.Future;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Children that end with their scope. */
final class TaskScopeTest {
    private final Events events = new Events();
    private final TaskPool<TestTask> children = TestTask.pool("child", 4);
    private final Executor executor = Executor.builder()
            .clock(new VirtualClock())
            .uncaught((task, thrown) -> events.say(task + " uncaught " + Events.text(thrown)))
            .build();
    private TaskScope scope;

    @AfterEach
    void close() {
        executor.close();
        assertEquals("", executor.dump());
        // Every slot is back: all four can be claimed.
        for (int i = 0; i < 4; i++) {
            assertTrue(children.claim() != null);
        }
    }

    /** A child that waits for a gate and says how it ends. */
    private TestTask child(String name, Future<?> gate) {
        return TestTask.claim(children, new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                events.say(name + n);
                return n == 0 ? gate : null;
            }

            @Override
            public void unwinding(Throwable thrown) {
                events.say(name + (thrown == CancelledError.INSTANCE ? " cancelled" : " threw"));
            }
        });
    }

    /** A parent: what it does first, then its await, then what it does last. */
    private TestTask parent(Runnable begin, java.util.function.Supplier<Future<?>> await, Runnable end) {
        return TestTask.of("parent", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                if (n == 0) {
                    scope = TaskScope.open();
                    begin.run();
                    return await.get();
                }
                events.say("parent goes on");
                end.run();
                scope.close();
                return null;
            }

            @Override
            public void unwinding(Throwable thrown) {
                events.say("parent unwinds by " + Events.text(thrown));
                scope.close();
                events.say("scope closed");
            }
        });
    }

    @Test
    void joinWaitsForAllChildren() {
        HandPolled a = new HandPolled();
        HandPolled b = new HandPolled();
        executor.spawner()
                .spawn(parent(
                        () -> {
                            scope.spawn(child("a", a));
                            scope.spawn(child("b", b));
                        },
                        () -> scope.join(),
                        () -> events.say("left " + scope.size())));
        executor.runUntilStalled();
        events.expect("a0", "b0");
        b.open();
        executor.runUntilStalled();
        events.expect("b1");
        a.open();
        executor.runUntilStalled();
        events.expect("a1", "parent goes on", "left 0");
    }

    @Test
    void closingCancelsTheChildrenToTheirEnd() {
        executor.spawner()
                .spawn(parent(
                        () -> {
                            scope.spawn(child("a", new HandPolled()));
                            scope.spawn(child("b", new HandPolled()));
                        },
                        () -> yieldNow(),
                        () -> {}));
        executor.runUntilStalled();
        events.expect("a0", "b0", "parent goes on", "a cancelled", "b cancelled");
        assertEquals("", executor.dump());
    }

    /** The child stands in the chain of the round in which it is cancelled. */
    @Test
    void aChildThatIsQueuedInTheSameRoundIsCancelledToo() {
        HandPolled gate = new HandPolled();
        HandPolled after = new HandPolled();
        executor.spawner().spawn(parent(() -> scope.spawn(child("a", gate)), () -> after, () -> {}));
        executor.runUntilStalled();
        events.expect("a0");
        after.open();
        gate.open();
        executor.runUntilStalled();
        events.expect("parent goes on", "a cancelled");
    }

    @Test
    void theSlotOfSuchAChildIsFreeWhenTheRoundHasPassedIt() {
        HandPolled gate = new HandPolled();
        HandPolled after = new HandPolled();
        executor.spawner().spawn(parent(() -> scope.spawn(child("a", gate)), () -> after, () -> {}));
        executor.runUntilStalled();
        after.open();
        gate.open();
        executor.step();
        assertEquals("demo.child, cancel", state(0));
        executor.step();
        assertEquals("free", state(0));
        executor.spawner().spawn(child("again", HandPolled.class.cast(gate)));
        executor.runUntilStalled();
        events.expect("a0", "parent goes on", "a cancelled", "again0", "again1");
    }

    private String state(int slot) {
        return children.record(slot).where();
    }

    @Test
    void aCancelledParentTakesItsChildrenAlong() {
        JoinHandle<Object> run = executor.spawner()
                .submit(parent(() -> scope.spawn(child("a", new HandPolled())), () -> scope.join(), () -> {}));
        executor.runUntilStalled();
        run.abort();
        executor.runUntilStalled();
        events.expect(
                "a0",
                "parent unwinds by CancelledError: the async method was cancelled",
                "a cancelled",
                "scope closed");
    }

    @Test
    void aChildThatThrowsCancelsTheOthersAndJoinThrowsIt() {
        HandPolled gate = new HandPolled();
        executor.spawner()
                .spawn(parent(
                        () -> {
                            scope.spawn(child("a", new HandPolled()));
                            scope.spawn(TestTask.claim(children, n -> {
                                if (n == 1) {
                                    throw new IllegalArgumentException("broken");
                                }
                                return gate;
                            }));
                            scope.spawn(child("c", new HandPolled()));
                        },
                        () -> scope.join(),
                        () -> {}));
        executor.runUntilStalled();
        events.expect("a0", "c0");
        gate.open();
        executor.runUntilStalled();
        events.expect(
                "a cancelled",
                "c cancelled",
                "parent unwinds by IllegalArgumentException: broken",
                "scope closed",
                "parent uncaught IllegalArgumentException: broken");
    }

    @Test
    void aFailureThatNobodyJoinsIsReported() {
        executor.spawner()
                .spawn(parent(
                        () -> scope.spawn(TestTask.claim(children, n -> {
                            throw new IllegalArgumentException("broken");
                        })),
                        () -> yieldNow(),
                        () -> {}));
        executor.runUntilStalled();
        events.expect("parent goes on", "parent uncaught IllegalArgumentException: broken");
    }

    @Test
    void aHandleTakesTheExceptionAndTheScopeGoesOn() {
        JoinHandle<?>[] handle = new JoinHandle<?>[1];
        executor.spawner()
                .spawn(parent(
                        () -> {
                            scope.spawn(child("a", yieldNow()));
                            handle[0] = executor.spawner().submit(scope.adopt(TestTask.claim(children, n -> {
                                throw new IllegalArgumentException("broken");
                            })));
                        },
                        () -> scope.join(),
                        () -> {}));
        executor.runUntilStalled();
        events.expect("a0", "a1", "parent goes on");
        assertTrue(handle[0].isFinished());
    }

    @Test
    void aChildCannotCancelItsOwnScope() {
        executor.spawner()
                .spawn(parent(
                        () -> scope.spawn(TestTask.claim(children, n -> {
                            events.say(assertThrows(IllegalStateException.class, scope::cancel)
                                    .getMessage());
                            return null;
                        })),
                        () -> scope.join(),
                        () -> {}));
        executor.runUntilStalled();
        events.expect(
                "task child cannot cancel the scope that it belongs to: let it return or throw instead",
                "parent goes on");
    }

    @Test
    void aScopeRefusesWhatItCannotHold() {
        events.say(assertThrows(IllegalStateException.class, TaskScope::open).getMessage());
        try (Executor other = Executor.builder().name("other").build()) {
            executor.spawner()
                    .spawn(parent(
                            () -> events.say(assertThrows(
                                            SpawnException.class,
                                            () -> other.spawner().spawn(scope.adopt(child("a", yieldNow()))))
                                    .getMessage()),
                            () -> yieldNow(),
                            () -> {}));
            executor.runUntilStalled();
        }
        events.say(assertThrows(SpawnException.class, () -> scope.spawn(child("late", yieldNow())))
                .getMessage());
        events.expect(
                "TaskScope.open() was called outside of a task: its tasks would end with nobody. Call it in an @AsyncTask or"
                        + " @Async method",
                "task child was not spawned: its scope belongs to a task of executor unnamed: spawn it there, on its"
                        + " thread",
                "parent goes on",
                "task child was not spawned: its scope is closed: spawn it before the end of the try, or outside of the"
                        + " scope");
    }
}
