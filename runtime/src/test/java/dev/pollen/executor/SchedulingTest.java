// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static dev.pollen.futures.Futures.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Priorities and deadlines. */
final class SchedulingTest {
    private final Events events = new Events();

    private static Executor executor(Scheduling scheduling) {
        return Executor.builder()
                .clock(new VirtualClock())
                .scheduling(scheduling)
                .build();
    }

    private TestTask saying(String name, int yields) {
        return TestTask.of(name, n -> {
            events.say(name + n);
            return n < yields ? yieldNow() : null;
        });
    }

    private TestTask withPriority(String name, int priority, int yields) {
        TestTask task = saying(name, yields);
        task.record().setPriority(priority);
        return task;
    }

    private TestTask withDeadline(String name, long deadline, int yields) {
        TestTask task = saying(name, yields);
        task.record().setDeadline(deadline);
        return task;
    }

    @Test
    void theHighestPriorityRunsFirstAndEqualOnesInTheOrderOfTheirWakes() {
        try (Executor executor = executor(Scheduling.PRIORITY)) {
            Spawner spawner = executor.spawner();
            spawner.spawn(saying("a", 1));
            spawner.spawn(withPriority("b", 7, 1));
            spawner.spawn(withPriority("c", 3, 1));
            spawner.spawn(withPriority("d", 7, 1));
            executor.runUntilStalled();
        }
        events.expect("b0", "d0", "b1", "d1", "c0", "c1", "a0", "a1");
    }

    // Embassy: a scheduler sorted at enqueue ignores a change while queued (issue 4666).
    @Test
    void aPriorityThatChangesWhileTheTaskIsQueuedTakesEffectAtOnce() {
        try (Executor executor = executor(Scheduling.PRIORITY)) {
            TestTask late = withPriority("late", 1, 0);
            TestTask sinks = withPriority("sinks", 5, 0);
            Spawner spawner = executor.spawner();
            TestTask first = TestTask.of("first", n -> {
                events.say("first");
                late.record().setPriority(6);
                sinks.record().setPriority(0);
                return null;
            });
            first.record().setPriority(7);
            spawner.spawn(late);
            spawner.spawn(sinks);
            spawner.spawn(withPriority("middle", 3, 0));
            spawner.spawn(first);
            executor.runUntilStalled();
        }
        events.expect("first", "late0", "middle0", "sinks0");
    }

    @Test
    void aTaskThatIsWokenDuringARoundOvertakesLowerOnesThere() {
        try (Executor executor = executor(Scheduling.PRIORITY)) {
            HandPolled gate = new HandPolled();
            TestTask urgent = TestTask.of("urgent", n -> {
                events.say("urgent" + n);
                return n == 0 ? gate : null;
            });
            urgent.record().setPriority(7);
            executor.spawner().spawn(urgent);
            executor.runUntilStalled();
            executor.spawner().spawn(TestTask.of("opens", n -> {
                events.say("opens");
                gate.open();
                return null;
            }));
            executor.spawner().spawn(saying("low", 0));
            executor.poll();
        }
        events.expect("urgent0", "opens", "urgent1");
    }

    // Embassy: with priorities or deadlines poll() does not return while a task wakes itself.
    @Test
    void aRoundEndsThoughATaskKeepsWakingItself() {
        for (Scheduling scheduling : Scheduling.values()) {
            try (Executor executor = executor(scheduling)) {
                executor.spawner().spawn(saying("busy", Integer.MAX_VALUE));
                executor.poll();
                executor.poll();
            }
            events.expect("busy0", "busy1");
        }
    }

    @Test
    void theEarliestDeadlineRunsFirstAndTasksWithoutOneLast() {
        try (Executor executor = executor(Scheduling.DEADLINE)) {
            Spawner spawner = executor.spawner();
            spawner.spawn(saying("never", 0));
            spawner.spawn(withDeadline("b", 200, 0));
            spawner.spawn(withDeadline("a", 100, 0));
            spawner.spawn(withDeadline("c", 200, 0));
            executor.runUntilStalled();
        }
        events.expect("a0", "b0", "c0", "never0");
    }

    // Embassy: nrf52840-edf/basic: a periodic task moves its deadline by its period.
    @Test
    void aPeriodicTaskMovesItsDeadline() {
        try (Executor executor = executor(Scheduling.DEADLINE)) {
            TestTask[] periodic = new TestTask[1];
            periodic[0] = TestTask.of("periodic", n -> {
                events.say("periodic" + n + " due " + periodic[0].record().deadline());
                periodic[0].record().moveDeadline(100);
                return n < 3 ? yieldNow() : null;
            });
            periodic[0].record().setDeadline(100);
            executor.spawner().spawn(periodic[0]);
            executor.spawner().spawn(withDeadline("other", 250, 0));
            executor.runUntilStalled();
        }
        events.expect("periodic0 due 100", "periodic1 due 200", "other0", "periodic2 due 300", "periodic3 due 400");
    }

    @Test
    void aDeadlineThatChangesWhileTheTaskIsQueuedTakesEffectAtOnce() {
        try (Executor executor = executor(Scheduling.DEADLINE)) {
            TestTask a = withDeadline("a", 100, 0);
            TestTask b = withDeadline("b", 200, 0);
            TestTask c = withDeadline("c", 300, 0);
            TestTask first = TestTask.of("first", n -> {
                a.record().setDeadline(400);
                c.record().setDeadline(50);
                return null;
            });
            first.record().setDeadline(1);
            executor.spawner().spawn(a);
            executor.spawner().spawn(b);
            executor.spawner().spawn(c);
            executor.spawner().spawn(first);
            executor.runUntilStalled();
        }
        events.expect("c0", "b0", "a0");
    }

    @Test
    void aTaskThatEndsWhileItIsQueuedLeavesTheOrder() {
        for (Scheduling scheduling : Scheduling.values()) {
            try (Executor executor = executor(scheduling)) {
                TestTask[] task = new TestTask[1];
                task[0] = TestTask.of("task", n -> {
                    events.say("polled");
                    task[0].wake();
                    return null;
                });
                executor.spawner().spawn(task[0]);
                executor.spawner().spawn(saying("other", 0));
                executor.runUntilStalled();
            }
            events.expect("polled", "other0");
        }
    }

    @Test
    void aStopCancelsWhatIsOrdered() {
        for (Scheduling scheduling : Scheduling.values()) {
            try (Executor executor = executor(scheduling)) {
                executor.run(spawner -> {
                    spawner.spawn(TestTask.of("stops", n -> {
                        executor.stop();
                        return yieldNow();
                    }));
                    spawner.spawn(saying("queued", 0));
                });
                assertEquals("", executor.dump());
            }
            events.expect();
        }
    }

    // Embassy: task_metadata: cleared on slot reuse.
    @Test
    void theNextRunOfASlotBeginsWithoutPriorityAndDeadline() {
        TaskPool<TestTask> pool = TestTask.pool("task", 1);
        try (Executor executor = executor(Scheduling.PRIORITY)) {
            TestTask task = TestTask.claim(pool, n -> null);
            task.record().setPriority(5);
            task.record().setDeadline(17);
            executor.spawner().spawn(task);
            executor.runUntilStalled();
            TestTask again = TestTask.claim(pool, n -> null);
            assertEquals(0, again.record().priority());
            assertEquals(TaskRecord.NO_DEADLINE, again.record().deadline());
            executor.spawner().spawn(again);
        }
    }

    @Test
    void aPriorityThatCannotBeSetSaysWhy() {
        try (Executor executor = executor(Scheduling.PRIORITY)) {
            TestTask task = TestTask.of("task", n -> n == 0 ? new HandPolled() : null);
            events.say(assertThrows(
                            IllegalArgumentException.class, () -> task.record().setPriority(8))
                    .getMessage());
            events.say(assertThrows(
                            IllegalStateException.class, () -> task.record().moveDeadline(1))
                    .getMessage());
            executor.spawner().spawn(task);
            Threads.elsewhere(() -> events.say(assertThrows(
                            IllegalStateException.class, () -> task.record().setPriority(1))
                    .getMessage()));
            executor.runUntilStalled();
            executor.stop();
            events.say(assertThrows(
                            IllegalStateException.class, () -> task.record().setPriority(1))
                    .getMessage());
        }
        events.expect(
                "the priority of a task is from 0 to 7, and is 8",
                "task task has no deadline to move: set the first one with setDeadline",
                "the priority or deadline of task task was set from another thread than its executor's: set it before the"
                        + " spawn, or from a task of that executor",
                "the priority or deadline of task task was set while it does not run: set it before the spawn, or from a"
                        + " running task");
    }

    /** Both orders against a list that is sorted before each removal. */
    @Test
    void anOrderGivesWhatASortedListGives() {
        Random random = new Random(17);
        for (Scheduling scheduling : List.of(Scheduling.PRIORITY, Scheduling.DEADLINE)) {
            ReadyOrder order = ReadyOrder.by(scheduling);
            Comparator<Rank> by = scheduling == Scheduling.PRIORITY
                    ? Comparator.comparingInt((Rank rank) -> -rank.priority).thenComparingLong(rank -> rank.turn)
                    : Comparator.comparingLong((Rank rank) -> rank.deadline).thenComparingLong(rank -> rank.turn);
            List<Rank> queued = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                int what = random.nextInt(queued.size() > 100 ? 5 : 3);
                if (what < 2) {
                    Rank rank = new Rank(TestTask.of("task", n -> null).record());
                    rank.priority = random.nextInt(8);
                    rank.deadline = random.nextInt(40);
                    order.add(rank);
                    queued.add(rank);
                } else if (!queued.isEmpty() && what == 2) {
                    order.remove(queued.remove(random.nextInt(queued.size())));
                } else if (!queued.isEmpty()) {
                    queued.sort(by);
                    assertEquals(queued.remove(0), order.takeFirst());
                }
                assertEquals(queued.size(), order.size());
            }
        }
    }
}
