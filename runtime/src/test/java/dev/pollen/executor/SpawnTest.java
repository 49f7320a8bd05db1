// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Task;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.Printed;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claiming slots, and what a spawner takes and refuses. */
final class SpawnTest {
    private final Executor executor = Executor.on(new VirtualClock());
    private final Spawner spawner = executor.spawner();
    private final HandPolled gate = new HandPolled();

    @AfterEach
    void close() {
        executor.close();
    }

    private Task<Object> call(TaskPool<TestTask> pool) {
        return TestTask.call(pool, n -> n == 0 ? gate : null);
    }

    @Test
    void aSpawnedTaskRunsInTheNextRoundAndNotInsideTheCall() {
        spawner.spawn(call(TestTask.pool("blink", 1)));
        assertEquals(0, gate.polls());
        executor.poll();
        assertEquals(1, gate.polls());
    }

    // pw_async2: allocate_task: AllocationFailureDoesNotPostTask
    @Test
    void anExhaustedPoolIsExplained() {
        TaskPool<TestTask> pool = TestTask.pool("blink", 3);
        spawner.spawn(call(pool));
        executor.poll();
        spawner.spawn(call(pool));
        call(pool);
        Task<Object> token = call(pool);
        assertFalse(spawner.trySpawn(token));
        SpawnException refused = assertThrows(SpawnException.class, () -> spawner.spawn(token));
        assertEquals(
                "no free slot for task blink: all 3 slots of its pool are in use. Raise poolSize of its @AsyncTask, or set"
                        + " the system property pollen.poolSize.test.blink, or let an earlier one end first."
                        + " Slot 0: suspended at demo.blink(Demo.java:1)."
                        + " Slot 1: demo.blink, not started."
                        + " Slot 2: claimed, never spawned.",
                refused.getMessage());
        assertEquals(
                refused.getMessage(),
                assertThrows(SpawnException.class, () -> spawner.submit(token)).getMessage());
    }

    @Test
    void theOnlySlotIsExplainedToo() {
        TaskPool<TestTask> pool = TestTask.pool("blink", 1);
        call(pool);
        String message = assertThrows(SpawnException.class, () -> spawner.spawn(call(pool)))
                .getMessage();
        assertTrue(message.startsWith("no free slot for task blink: the only slot of its pool is in use."), message);
    }

    @Test
    void aLargePoolIsNotListedToTheEnd() {
        TaskPool<TestTask> pool = TestTask.pool("blink", 100);
        for (int i = 0; i < 100; i++) {
            call(pool);
        }
        String message = assertThrows(SpawnException.class, () -> spawner.spawn(call(pool)))
                .getMessage();
        assertTrue(message.endsWith(" Slot 15: claimed, never spawned. And 84 more."), message);
    }

    @Test
    void aSlotIsFreeAgainWhenItsTaskEnds() {
        TaskPool<TestTask> pool = TestTask.pool("blink", 1);
        for (int i = 0; i < 3; i++) {
            spawner.spawn(TestTask.call(pool, n -> null));
            executor.runUntilStalled();
        }
        assertEquals(3, pool.record(0).polls());
    }

    @Test
    void slotsAreClaimedInOrderAndTheLastOneFreedComesFirst() {
        TaskPool<TestTask> pool = TestTask.pool("blink", 3);
        TestTask first = pool.claim();
        TestTask second = pool.claim();
        TestTask third = pool.claim();
        assertNull(pool.claim());
        assertSame(first, pool.record(0).task);
        assertSame(second, pool.record(1).task);
        assertSame(third, pool.record(2).task);
        spawner.spawn(second);
        executor.close();
        assertSame(second, pool.claim());
        assertNull(pool.claim());
    }

    @Test
    void aTaskCannotBeSpawnedTwice() {
        Task<Object> task = call(TestTask.pool("blink", 1));
        spawner.spawn(task);
        String message =
                assertThrows(SpawnException.class, () -> spawner.spawn(task)).getMessage();
        assertEquals(
                "task blink was not spawned: it was spawned before: each call of its method can be spawned once",
                message);
        assertFalse(spawner.trySpawn(task));
        executor.poll();
        assertEquals(1, gate.polls());
    }

    @Test
    void aTaskThatHasEndedCannotBeSpawnedAgainEither() {
        Task<Object> task = TestTask.of("blink", n -> null);
        spawner.spawn(task);
        executor.runUntilStalled();
        assertThrows(SpawnException.class, () -> spawner.spawn(task));
    }

    @Test
    void aClosedExecutorRefusesAndTheSlotIsFree() {
        executor.close();
        TaskPool<TestTask> pool = TestTask.pool("blink", 1);
        Task<Object> task = call(pool);
        String message =
                assertThrows(SpawnException.class, () -> spawner.spawn(task)).getMessage();
        assertEquals("task blink was not spawned: its executor is closed: spawn it on one that is open", message);
        assertSame(task, call(pool));
        assertFalse(spawner.trySpawn(task));
        assertNotNull(pool.claim());
    }

    @Test
    void aTaskOfNoPoolIsRefused() {
        Task<Void> made = new Task<>() {};
        String message =
                assertThrows(SpawnException.class, () -> spawner.spawn(made)).getMessage();
        assertTrue(message.endsWith(" was not spawned: it comes from no pool: call its @AsyncTask method"), message);
    }

    @Test
    void theTokenOfAnExhaustedPoolIsOfTheSameKind() {
        assertInstanceOf(Task.OfInt.class, new TaskPool<>(new Task.OfInt() {}, "k", "n", 1).exhausted());
        assertInstanceOf(Task.OfLong.class, new TaskPool<>(new Task.OfLong() {}, "k", "n", 1).exhausted());
        assertInstanceOf(Task.OfDouble.class, new TaskPool<>(new Task.OfDouble() {}, "k", "n", 1).exhausted());
        assertInstanceOf(Task.OfBoolean.class, new TaskPool<>(new Task.OfBoolean() {}, "k", "n", 1).exhausted());
        assertInstanceOf(Task.class, new TaskPool<>(new Task<String>() {}, "k", "n", 1).exhausted());
    }

    @Test
    void aPropertySetsTheSizeOfAPool() {
        System.setProperty("pollen.poolSize.test.sized", "5");
        try {
            assertEquals(5, TestTask.pool("sized", 2).size());
        } finally {
            System.clearProperty("pollen.poolSize.test.sized");
        }
        assertEquals(2, TestTask.pool("sized", 2).size());
    }

    @Test
    void theResourceSetsTheSizeOfAPoolAndThePropertyWins() {
        assertEquals(7, TestTask.pool("resourced", 2).size());
        System.setProperty("pollen.poolSize.test.resourced", "3");
        try {
            assertEquals(3, TestTask.pool("resourced", 2).size());
        } finally {
            System.clearProperty("pollen.poolSize.test.resourced");
        }
    }

    @Test
    void aSizeThatIsNoneIsRefused() {
        System.setProperty("pollen.poolSize.test.sized", "many");
        try {
            String message = assertThrows(IllegalArgumentException.class, () -> TestTask.pool("sized", 2))
                    .getMessage();
            assertEquals(
                    "the system property pollen.poolSize.test.sized must be the number of slots of a task's pool, at least"
                            + " 1, and is \"many\"",
                    message);
        } finally {
            System.clearProperty("pollen.poolSize.test.sized");
        }
        assertThrows(IllegalArgumentException.class, () -> TestTask.pool("sized", 0));
    }

    @Test
    void aSizeInTheResourceThatIsNoneIsRefusedByItsName() {
        String message = assertThrows(IllegalArgumentException.class, () -> TestTask.pool("empty", 2))
                .getMessage();
        assertEquals(
                "test.empty in META-INF/pollen/pools.properties must be the number of slots of a task's pool, at least 1, and"
                        + " is \"0\"",
                message);
    }

    @Test
    void aNestedClassIsNamedWithADollarOrADot() {
        assertEquals(9, TestTask.pool("Board$Led.blink", 2).size());
        assertEquals(8, TestTask.pool("Board$Led.glow", 2).size());
        for (String name :
                new String[] {"pollen.poolSize.test.Board$Led.blink", "pollen.poolSize.test.Board.Led.blink"}) {
            System.setProperty(name, "4");
            try {
                assertEquals(4, TestTask.pool("Board$Led.blink", 2).size());
            } finally {
                System.clearProperty(name);
            }
        }
    }

    @Test
    void aTaskThatThrowsFreesItsSlotAndTheHandlerIsTold() {
        StringBuilder told = new StringBuilder();
        try (Executor strict = Executor.builder()
                .uncaught((task, thrown) -> told.append(task).append(": ").append(thrown.getMessage()))
                .build()) {
            TaskPool<TestTask> pool = TestTask.pool("blink", 1);
            strict.spawner().spawn(TestTask.call(pool, n -> {
                throw new IllegalArgumentException("no such pin");
            }));
            strict.runUntilStalled();
            assertEquals("blink: no such pin", told.toString());
            assertEquals(1, strict.failures());
            assertNotNull(pool.claim());
        }
    }

    @Test
    void aBrokenHandlerDoesNotStopTheExecutor() {
        try (Executor strict = Executor.builder()
                .uncaught((task, thrown) -> {
                    throw new UnsupportedOperationException("broken handler, on purpose");
                })
                .build()) {
            strict.spawner().spawn(TestTask.of("a", n -> {
                throw new IllegalArgumentException("on purpose");
            }));
            strict.spawner().spawn(call(TestTask.pool("blink", 1)));
            String printed = Printed.by(strict::runUntilStalled);
            assertEquals(1, gate.polls());
            assertTrue(printed.startsWith("task a failed"), printed);
            assertTrue(printed.contains("and so did the handler that was told"), printed);
        }
    }
}
