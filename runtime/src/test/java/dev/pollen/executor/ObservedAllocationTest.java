// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Future;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** What is asked for besides plain polling allocates nothing in steady state either. */
final class ObservedAllocationTest {
    private static final TaskLocal<String> LOCAL = TaskLocal.of("none");

    private final TaskPool<TestTask> pool = TestTask.pool("task", 3);

    /** Bytes of rounds in which three tasks with changing ranks begin, yield, and end. */
    private long bytes(Executor.Builder settings) {
        dev.pollen.futures.Yield[] slots = {
            new dev.pollen.futures.Yield(), new dev.pollen.futures.Yield(), new dev.pollen.futures.Yield()
        };
        try (Executor executor = settings.clock(new VirtualClock()).build()) {
            int[] turn = new int[1];
            TestTask.Body[] bodies = new TestTask.Body[3];
            for (int i = 0; i < 3; i++) {
                int own = i;
                bodies[i] = new TestTask.Body() {
                    @Override
                    public Future<?> next(int n) {
                        TaskRecord record = executor.running();
                        record.setPriority((own + turn[0]++) % 8);
                        record.setDeadline(turn[0] % 5);
                        LOCAL.set("some");
                        return n < 2 ? dev.pollen.futures.Futures.yieldNow$in(slots[own]) : null;
                    }
                };
            }
            return Allocation.bytes(() -> {
                for (TestTask.Body body : bodies) {
                    executor.spawner().spawn(TestTask.claim(pool, body));
                }
                executor.runUntilStalled();
            });
        }
    }

    @Test
    void priorities() {
        assertEquals(0, bytes(Executor.builder().scheduling(Scheduling.PRIORITY)));
    }

    @Test
    void deadlines() {
        assertEquals(0, bytes(Executor.builder().scheduling(Scheduling.DEADLINE)));
    }

    @Test
    void tracingAndTiming() {
        assertEquals(0, bytes(Executor.builder().trace(new Trace() {}).timing(true)));
    }

    @Test
    void aScopeIsAllThatItsTasksCost() {
        TaskScope.Joined slot = new TaskScope.Joined();
        TestTask.Body child = n -> null;
        try (Executor executor = Executor.on(new VirtualClock())) {
            TaskScope[] scope = new TaskScope[1];
            TestTask.Body parent = n -> {
                if (n == 1) {
                    return null;
                }
                if (scope[0] == null) {
                    scope[0] = TaskScope.open();
                }
                scope[0].spawn(TestTask.claim(pool, child));
                scope[0].spawn(TestTask.claim(pool, child));
                return scope[0].join$in(slot);
            };
            assertEquals(0, Allocation.bytes(() -> {
                executor.spawner().spawn(TestTask.claim(pool, parent));
                executor.runUntilStalled();
            }));
        }
    }
}
