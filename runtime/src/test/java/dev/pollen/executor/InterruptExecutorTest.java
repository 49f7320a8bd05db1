// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.sync.Channel;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Executors on threads of their own. */
final class InterruptExecutorTest {
    private static InterruptExecutor start(String name, int priority) {
        return InterruptExecutor.start(Executor.builder().name(name), priority);
    }

    @Test
    void itsTasksRunOnAThreadOfTheGivenNameAndPriority() throws Exception {
        try (InterruptExecutor high = start("high", Thread.MAX_PRIORITY)) {
            String[] seen = new String[1];
            JoinHandle<Object> run = high.spawner().submit(TestTask.of("task", n -> {
                Thread here = Thread.currentThread();
                seen[0] = here.getName() + " " + here.getPriority() + " " + here.isDaemon();
                return null;
            }));
            Threads.await(run);
            assertEquals("high 10 true", seen[0]);
        }
    }

    // Embassy: examples/multiprio: tasks on three executors, woken across them.
    @Test
    void tasksOfThreeExecutorsHandValuesOn() throws Exception {
        Channel<Integer> down = Channel.of(1);
        Channel<Integer> up = Channel.of(1);
        int[] sum = new int[1];
        try (InterruptExecutor high = start("high", 8);
                InterruptExecutor low = start("low", 2)) {
            high.spawner().spawn(TestTask.of("source", n -> n < 100 ? down.send(n) : null));
            low.spawner().spawn(TestTask.of("relay", new TestTask.Body() {
                private int taken;

                @Override
                public dev.pollen.Future<?> next(int n) {
                    if (n == 200) {
                        return null;
                    }
                    return n % 2 == 0 ? down.receive() : up.send(taken + 1);
                }

                @Override
                public void took(int n, Object value) {
                    if (n % 2 == 0) {
                        taken = (Integer) value;
                    }
                }
            }));
            try (Executor here = new Executor()) {
                here.run(spawner -> spawner.spawn(TestTask.of("sink", new TestTask.Body() {
                    @Override
                    public dev.pollen.Future<?> next(int n) {
                        return n < 100 ? up.receive() : null;
                    }

                    @Override
                    public void took(int n, Object value) {
                        sum[0] += (Integer) value;
                    }
                })));
            }
        }
        assertEquals(5050, sum[0]);
    }

    @Test
    void closingCancelsItsTasksAndEndsTheThread() throws Exception {
        InterruptExecutor high = start("high", 5);
        CountDownLatch running = new CountDownLatch(1);
        HandPolled gate = new HandPolled();
        Thread[] thread = new Thread[1];
        high.spawner().spawn(TestTask.of("waits", n -> {
            thread[0] = Thread.currentThread();
            running.countDown();
            return gate;
        }));
        running.await();
        high.close();
        assertTrue(gate.isCancelled());
        assertTrue(high.executor().isClosed());
        thread[0].join();
        String refused = assertThrows(SpawnException.class, () -> high.spawner().spawn(TestTask.of("late", n -> null)))
                .getMessage();
        assertEquals("task late was not spawned: its executor is closed: spawn it on one that is open", refused);
    }

    @Test
    void aTaskMayCloseItsOwnExecutor() throws Exception {
        InterruptExecutor high = start("high", 5);
        CountDownLatch closed = new CountDownLatch(1);
        high.spawner().spawn(TestTask.of("closes", n -> {
            high.close();
            closed.countDown();
            return null;
        }));
        closed.await();
        high.close();
        assertTrue(high.executor().isClosed());
    }

    // pw_async2: RunToCompletionUntilReleased, RunToCompletionUntilReleasedMultipleTimes
    @Test
    void serveReturnsWhenItIsStoppedThoughThereAreNoTasks() throws Exception {
        try (Executor executor = new Executor()) {
            for (int i = 0; i < 3; i++) {
                CountDownLatch serving = new CountDownLatch(1);
                executor.spawner().spawn(TestTask.of("first", n -> {
                    serving.countDown();
                    return null;
                }));
                Threads.run(executor::serve, () -> {
                    serving.await();
                    executor.stop();
                });
            }
        }
    }

    @Test
    void aPriorityThatThreadsDoNotHaveIsRefused() {
        assertEquals(
                "the priority of a thread is from 1 to 10, and is 11",
                assertThrows(IllegalArgumentException.class, () -> start("high", 11))
                        .getMessage());
    }
}
