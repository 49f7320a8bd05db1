// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.futures.Futures;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pools apart from those of the program. */
final class TaskPoolsTest {
    private final TaskPool<TestTask> program = TestTask.pool("blink", 1);
    private final Executor executor = Executor.on(new VirtualClock());
    private final HandPolled gate = new HandPolled();

    private TaskPools before;

    @BeforeEach
    void remember() {
        before = TaskPools.current();
    }

    @AfterEach
    void restore() {
        TaskPools.enter(before);
        executor.close();
    }

    private TestTask waiting() {
        return TestTask.claim(program, n -> n == 0 ? gate : null);
    }

    @Test
    void whoeverHasPoolsOfTheirOwnTakesNoSlotOfTheProgram() {
        TestTask ofProgram = waiting();
        assertNotNull(ofProgram);
        assertNull(program.claim(), "the program has one slot");

        TaskPools.enter(new TaskPools());
        TestTask own = waiting();
        assertNotNull(own);
        assertNotSame(ofProgram, own);
        assertNull(program.claim(), "as large as the program's pool");

        TaskPools.enter(new TaskPools());
        assertNotSame(own, waiting());
    }

    @Test
    void aSlotReturnsToWhereItWasClaimed() {
        TaskPools own = new TaskPools();
        TaskPools.enter(own);
        TestTask slot = waiting();
        executor.spawner().spawn(slot);
        TaskPools.enter(before);
        executor.close();

        assertNotSame(slot, waiting());
        TaskPools.enter(own);
        assertSame(slot, waiting());
    }

    @Test
    void aTaskClaimsWhereItWasClaimed() {
        TaskPools own = new TaskPools();
        TaskPools.enter(own);
        TaskPool<TestTask> parents = TestTask.pool("parent", 1);
        TestTask parent = TestTask.claim(parents, n -> {
            executor.spawner().spawn(waiting());
            return null;
        });
        executor.spawner().spawn(parent);
        TaskPools.enter(before);
        executor.runUntilStalled();

        assertNotNull(waiting(), "the program's slot is free");
        TaskPools.enter(own);
        assertNull(waiting(), "the child has the slot here");
    }

    @Test
    void aThreadBeginsInThePoolsOfTheOneThatStartsIt() throws InterruptedException {
        TaskPools.enter(new TaskPools());
        AtomicReference<TestTask> claimed = new AtomicReference<>();
        Thread thread = new Thread(() -> claimed.set(waiting()));
        thread.start();
        thread.join();
        assertNotNull(claimed.get());
        assertNull(waiting());
    }

    @Test
    void aRefusalSpeaksOfTheSlotsThatWereAskedFor() {
        waiting();
        TaskPools.enter(new TaskPools());
        executor.spawner().spawn(waiting());
        executor.runUntilStalled();
        SpawnException refused =
                assertThrows(SpawnException.class, () -> executor.spawner().spawn(TestTask.call(program, n -> null)));
        assertTrue(refused.getMessage().contains("Slot 0: suspended at demo.blink(Demo.java:1)"), refused::getMessage);
    }

    @Test
    void takenSlotsAreListed() {
        TaskPools own = new TaskPools();
        TaskPools.enter(own);
        assertEquals("", own.dump());
        TestTask task = waiting();
        assertEquals("blink: claimed, never spawned\n", own.dump());
        executor.spawner().spawn(task);
        executor.runUntilStalled();
        BackgroundTasks.spawn(executor.spawner(), TestTask.claim(TestTask.pool("other", 1), n -> gate));
        assertEquals("blink: suspended at demo.blink(Demo.java:1)\n", own.dump());
        executor.close();
        assertEquals("", own.dump());
    }

    @Test
    void closedPoolsAreThoseOfTheProgram() {
        TaskPools own = new TaskPools();
        TaskPools.enter(own);
        waiting();
        own.close();
        assertEquals("", own.dump());
        assertNotNull(waiting());
        TaskPools.enter(before);
        assertNull(waiting());
    }

    @Test
    void aBackgroundTaskIsOneForOneRun() {
        TaskPools.enter(new TaskPools());
        BackgroundTasks.spawn(executor.spawner(), waiting());
        executor.runUntilStalled();
        assertTrue(BackgroundTasks.areAlone(executor));
        gate.open();
        executor.runUntilStalled();

        executor.spawner().spawn(TestTask.claim(program, n -> new HandPolled()));
        assertFalse(BackgroundTasks.areAlone(executor), "though it was not polled yet");
        executor.runUntilStalled();
        assertFalse(BackgroundTasks.areAlone(executor));
    }

    @Test
    void aRunOrderArrangesEachRound() {
        List<String> polled = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        try (Executor last = Executor.builder()
                .clock(new VirtualClock())
                .order(ready -> {
                    asked.add(ready);
                    return ready - 1;
                })
                .build()) {
            for (String name : List.of("a", "b", "c")) {
                last.spawner().spawn(TestTask.of(name, n -> {
                    polled.add(name + n);
                    return n == 0 ? Futures.yieldNow() : null;
                }));
            }
            while (last.step()) {
                // Each step polls one task.
            }
        }
        assertEquals(List.of("c0", "b0", "a0", "a1", "b1", "c1"), polled);
        assertEquals(List.of(3, 2, 3, 2), asked);
    }

    @Test
    void roundsRunInTheOrderThatStepsHaveBegun() {
        List<String> polled = new ArrayList<>();
        try (Executor last = Executor.builder()
                .clock(new VirtualClock())
                .order(ready -> ready - 1)
                .build()) {
            for (String name : List.of("a", "b", "c")) {
                last.spawner().spawn(TestTask.of(name, n -> {
                    polled.add(name + n);
                    return null;
                }));
            }
            last.step();
            last.runUntilStalled();
        }
        assertEquals(
                List.of("c", "b", "a"),
                polled.stream().map(s -> s.substring(0, 1)).toList());
    }

    @Test
    void anOrderThatPicksNoTaskIsRefused() {
        try (Executor wrong = Executor.builder()
                .clock(new VirtualClock())
                .order(ready -> ready)
                .build()) {
            wrong.spawner().spawn(TestTask.of("a", n -> null));
            wrong.spawner().spawn(TestTask.of("b", n -> null));
            IndexOutOfBoundsException e = assertThrows(IndexOutOfBoundsException.class, wrong::poll);
            assertEquals("a RunOrder picked number 2 of 2 tasks, which are counted from 0", e.getMessage());
        }
    }
}
