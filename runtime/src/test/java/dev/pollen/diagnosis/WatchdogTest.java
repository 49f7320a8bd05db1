// SPDX-License-Identifier: Apache-2.0
package dev.pollen.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.executor.Executor;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The task that holds the thread is found from outside. */
final class WatchdogTest {
    private final List<String> reports = new ArrayList<>();
    private final VirtualClock seen = new VirtualClock();

    @Test
    void aTaskThatHoldsTheThreadIsReportedOnceWithItsLine() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Executor executor = Executor.builder().name("main").build()) {
            Watchdog dog = new Watchdog(executor, 200_000_000, seen, reports::add);
            dog.look();
            Threads.run(
                    () -> executor.run(spawner -> spawner.spawn(TestTask.of("hog", n -> {
                        hold(held, release);
                        return null;
                    }))),
                    () -> {
                        held.await();
                        dog.look();
                        seen.advanceMillis(199);
                        dog.look();
                        assertEquals(List.of(), reports);
                        seen.advanceMillis(1);
                        dog.look();
                        dog.look();
                        release.countDown();
                    });
            dog.look();
            seen.advanceMillis(1000);
            dog.look();
        }
        assertEquals(1, reports.size());
        String report = reports.get(0);
        assertTrue(report.startsWith("task hog has held executor main for 200 ms and is at "), report);
        assertTrue(report.contains("    at dev.pollen.diagnosis.WatchdogTest.hold(WatchdogTest.java:"), report);
    }

    @Test
    void aLimitIsAboveZero() {
        try (Executor executor = new Executor()) {
            for (long limit : new long[] {0, -1, Long.MIN_VALUE}) {
                assertThrows(IllegalArgumentException.class, () -> new Watchdog(executor, limit, seen, reports::add));
                assertThrows(IllegalArgumentException.class, () -> Watchdog.start(executor, limit, reports::add));
            }
            Watchdog.start(executor, Long.MAX_VALUE, reports::add).close();
        }
    }

    private static void hold(CountDownLatch held, CountDownLatch release) {
        held.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @SuppressWarnings("try") // the dog is only to be closed
    void aThreadOfItsOwnLooks() throws Exception {
        CountDownLatch reported = new CountDownLatch(1);
        try (Executor executor = Executor.builder().name("main").build();
                Watchdog dog = Watchdog.start(executor, 1, text -> reported.countDown())) {
            executor.run(spawner -> spawner.spawn(TestTask.of("hog", n -> {
                hold(new CountDownLatch(1), reported);
                return null;
            })));
        }
        assertEquals(0, reported.getCount());
    }
}
