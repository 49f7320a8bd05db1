// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Task;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which tasks an executor has: they stand in their pools, and come out in the order in which it has admitted them. */
@Timeout(120)
final class LiveTasksTest {
    private final Executor first = Executor.on(new VirtualClock());
    private final Executor second = Executor.on(new VirtualClock());

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private static Task<?> waiting(TaskPool<TestTask> pool) {
        return TestTask.claim(pool, n -> n == 0 ? new HandPolled() : null);
    }

    /** Name and slot of each task, in the order of the dump. */
    private static List<String> shown(Executor executor) {
        return executor.dump()
                .lines()
                .filter(line -> line.contains("]: "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    @Test
    void tasksOfSeveralPoolsAndOfTheHeapStandInTheOrderOfTheirSpawns() {
        TaskPool<TestTask> left = TestTask.pool("left", 2);
        TaskPool<TestTask> right = TestTask.pool("right", 2);
        first.spawner().spawn(waiting(right));
        first.spawner().spawn(waiting(left));
        first.spawner().spawn(Task.of(new HandPolled()));
        first.spawner().spawn(waiting(right));
        first.spawner().spawn(Task.of(new HandPolled()));
        first.spawner().spawn(waiting(left));
        first.runUntilStalled();
        assertEquals(List.of("right[0]", "left[0]", "Task.of[0]", "right[1]", "Task.of[0]", "left[1]"), shown(first));
    }

    @Test
    void anExecutorShowsAndStopsItsOwnTasksOfAPoolThatOthersUseToo() {
        TaskPool<TestTask> pool = TestTask.pool("shared", 4);
        for (int i = 0; i < 2; i++) {
            first.spawner().spawn(waiting(pool));
            second.spawner().spawn(waiting(pool));
        }
        first.runUntilStalled();
        second.runUntilStalled();
        assertEquals(List.of("shared[0]", "shared[2]"), shown(first));
        assertEquals(List.of("shared[1]", "shared[3]"), shown(second));
        first.stop();
        assertEquals(List.of(), shown(first));
        assertEquals(List.of("shared[1]", "shared[3]"), shown(second));
    }

    @Test
    void manyTasksWhoseSlotsAreInNoOrderAreCancelledOldestFirst() {
        int size = 500;
        TaskPool<TestTask> pool = TestTask.pool("many", size);
        List<Integer> cancelled = new ArrayList<>();
        List<Task<?>> claims = new ArrayList<>();
        for (int slot = 0; slot < size; slot++) {
            int index = slot;
            claims.add(TestTask.claim(pool, new TestTask.Body() {
                @Override
                public HandPolled next(int n) {
                    return new HandPolled();
                }

                @Override
                public void unwinding(Throwable thrown) {
                    cancelled.add(index);
                }
            }));
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(1));
        order.forEach(slot -> first.spawner().spawn(claims.get(slot)));
        first.runUntilStalled();
        first.stop();
        assertEquals(order, cancelled);
    }

    @Test
    void aTaskThatIsCancelledByAnothersCleanUpIsNotCancelledTwice() {
        List<String> events = new ArrayList<>();
        TaskPool<TestTask> pool = TestTask.pool("pair", 2);
        List<JoinHandle<?>> handles = new ArrayList<>();
        for (String name : List.of("older", "newer")) {
            handles.add(first.spawner().submit(TestTask.call(pool, new TestTask.Body() {
                @Override
                public HandPolled next(int n) {
                    return new HandPolled();
                }

                @Override
                public void unwinding(Throwable thrown) {
                    events.add(name);
                    handles.get(1).abort();
                }
            })));
        }
        first.runUntilStalled();
        first.stop();
        assertEquals(List.of("older", "newer"), events);
        assertEquals(List.of(), shown(first));
    }
}
