// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static dev.pollen.futures.Futures.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Values that follow a task, and tasks of a future. */
final class TaskLocalTest {
    private static final TaskLocal<String> USER = TaskLocal.of("nobody");
    private static final TaskLocal<Integer> DEPTH = TaskLocal.of(0);

    private final Events events = new Events();
    private final TaskPool<TestTask> pool = TestTask.pool("task", 2);

    private Task<Object> task(String user) {
        return TestTask.call(pool, n -> {
            if (n > 0) {
                events.say(user + " sees " + USER.get() + " " + DEPTH.get());
            }
            if (n == 0) {
                events.say("begins with " + USER.get());
                USER.set(user);
            }
            DEPTH.set(DEPTH.get() + 1);
            return n < 2 ? yieldNow() : null;
        });
    }

    // Tokio: task_local
    @Test
    void eachTaskHasItsOwnValueAndTheNextRunOfASlotBeginsAnew() {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.run(spawner -> {
                spawner.spawn(task("ann"));
                spawner.spawn(task("bob"));
            });
            executor.run(spawner -> spawner.spawn(task("cid")));
        }
        events.expect(
                "begins with nobody",
                "begins with nobody",
                "ann sees ann 1",
                "bob sees bob 1",
                "ann sees ann 2",
                "bob sees bob 2",
                "begins with nobody",
                "cid sees cid 1",
                "cid sees cid 2");
    }

    @Test
    void outsideOfATaskThereIsNoValue() {
        assertEquals(
                "a TaskLocal was used outside of a task: it has a value for each task, and for nothing else",
                assertThrows(IllegalStateException.class, USER::get).getMessage());
        assertThrows(IllegalStateException.class, () -> USER.set("x"));
    }

    // pw_async2: future_task_test: ReadyFuture, PendingFuture; allocate_task_test: Future
    // pw_async2: future_task: ReadyFuture, PendingFuture, VoidFuture, Wait
    @Test
    void aTaskOfAFutureEndsAsTheFutureDoes() {
        try (Executor executor = Executor.on(new VirtualClock())) {
            JoinHandle<Integer> ready = executor.spawner().submit(Task.of(Future.ready(17)));
            JoinHandle<Void> later = executor.spawner().submit(Task.of(Timer.afterMillis(5)));
            Task<Void> twice = Task.of(new HandPolled());
            executor.spawner().spawn(twice);
            assertEquals(
                    "task Task.of was not spawned: it was spawned before: each call of its method can be spawned once",
                    assertThrows(SpawnException.class, () -> executor.spawner().spawn(twice))
                            .getMessage());
            assertEquals(17, executor.blockOn(ready));
            executor.blockOn(later);
            assertEquals(5_000_000, executor.clock().now());
        }
    }

    @Test
    void aCancelledTaskOfAFutureCancelsIt() {
        HandPolled gate = new HandPolled();
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.spawner().spawn(Task.of(gate));
            executor.runUntilStalled();
        }
        assertEquals(true, gate.isCancelled());
    }
}
