// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.futures.Futures;
import dev.pollen.time.Timer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of ready tasks, by chance and again. */
class SeedTest {
    /** All orders of three tasks in a round, and a wide margin: a seed misses one of six with 5/6. */
    private static final int SEEDS = 200;

    @AsyncTask(poolSize = 3)
    static Task<Void> worker(EventLog log, String name) {
        log.event(name + "0");
        await(Futures.yieldNow());
        log.event(name + "1");
        await(Timer.afterMillis(10));
        log.event(name + "2");
        return Task.done();
    }

    private static List<String> run(long seed) {
        try (TestExecutor executor = TestExecutor.seeded(seed)) {
            spawn(executor);
            executor.runToEnd();
            return executor.log().lines();
        }
    }

    private static void spawn(TestExecutor executor) {
        for (String name : List.of("a", "b", "c")) {
            executor.spawn(worker(executor.log(), name));
        }
    }

    @Test
    void theSameSeedIsTheSameOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertEquals(run(seed), run(seed));
        }
    }

    @Test
    void everyOrderOfARoundComesUp() {
        Set<List<String>> first = new HashSet<>();
        Set<List<String>> second = new HashSet<>();
        Set<List<String>> third = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            List<String> lines = run(seed);
            first.add(lines.subList(0, 3));
            second.add(lines.subList(3, 6));
            third.add(lines.subList(6, 9));
        }
        assertEquals(List.of(6, 6, 6), List.of(first.size(), second.size(), third.size()));
    }

    @Test
    void roundsStayRounds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<String> lines = run(seed);
            assertTrue(lines.subList(0, 3).stream().allMatch(line -> line.endsWith("0")), lines::toString);
            assertTrue(lines.subList(3, 6).stream().allMatch(line -> line.endsWith("1")), lines::toString);
        }
    }

    @Test
    void stepsAreTheSameOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            try (TestExecutor executor = TestExecutor.seeded(seed)) {
                spawn(executor);
                while (executor.step()) {
                    // One poll each.
                }
                executor.clock().advanceMillis(10);
                while (executor.step()) {
                    // One poll each.
                }
                assertEquals(run(seed), executor.log().lines());
            }
        }
    }

    @Test
    void theSeedIsSaid() {
        try (TestExecutor executor = TestExecutor.seeded(7)) {
            assertEquals(7, executor.seed());
            assertEquals("test executor at 0 ms, seed 7", executor.toString());
        }
        try (TestExecutor executor = new TestExecutor()) {
            assertNull(executor.seed());
            assertFalse(executor.toString().contains("seed"));
        }
    }
}
