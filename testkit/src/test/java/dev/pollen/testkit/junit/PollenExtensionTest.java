// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit.junit;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.SpawnException;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskPools;
import dev.pollen.sync.Notification;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.LeftoverTasksError;
import dev.pollen.testkit.SourceLines;
import dev.pollen.testkit.StalledError;
import dev.pollen.testkit.StandardError;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that JUnit runs inside of these tests, passing and failing. */
class PollenExtensionTest {
    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    /** A task with a single slot: whoever shares it with another test fails. */
    @AsyncTask
    static Task<Void> blink(EventLog log, int times) {
        for (int i = 0; i < times; i++) {
            log.event("toggle");
            await(Timer.afterMillis(500));
        }
        return Task.done();
    }

    @AsyncTask
    static Task<Void> waitFor(Notification notification) {
        await(notification.notified());
        return Task.done();
    }

    @AsyncTask
    static Task<Void> failing() {
        await(Timer.afterMillis(20));
        throw new AssertionError("thrown in a task");
    }

    @ExtendWith(PollenExtension.class)
    static class Parameters {
        private TestExecutor before;

        @BeforeEach
        void prepare(TestExecutor executor) {
            before = executor;
            assertNotNull(TaskPools.current());
        }

        @Test
        void belongTogether(TestExecutor executor, VirtualClock clock, EventLog log, Executor inner, Spawner spawner) {
            assertSame(before, executor);
            assertSame(executor.clock(), clock);
            assertSame(executor.log(), log);
            assertSame(executor.executor(), inner);
            assertSame(executor.spawner(), spawner);
            spawner.spawn(blink(log, 1));
            executor.runUntilStalled();
        }

        @AfterEach
        void finish(TestExecutor executor, EventLog log) {
            assertEquals(List.of("0 ms: toggle"), log.lines());
            executor.runToEnd();
        }
    }

    @Test
    void parametersAreInjected() {
        assertEquals(
                Set.of("belongTogether(TestExecutor, VirtualClock, EventLog, Executor, Spawner)"),
                Launched.run(Parameters.class).passed());
        assertNull(TaskPools.current());
    }

    @ExtendWith(PollenExtension.class)
    static class LeavesATask {
        @Test
        void forgetful(TestExecutor executor) {
            executor.spawn(waitFor(Notification.of()));
            executor.runUntilStalled();
        }
    }

    @Test
    void aTestThatLeavesATaskBehindFails() {
        Throwable failure = Launched.run(LeavesATask.class).failure();
        assertInstanceOf(LeftoverTasksError.class, failure);
        assertContains(failure.getMessage(), "PollenExtensionTest.waitFor");
        assertContains(
                failure.getMessage(),
                "PollenExtensionTest.java:"
                        + SourceLines.of(PollenExtensionTest.class).indexOf("await(notification.notified());"));
    }

    @ExtendWith(PollenExtension.class)
    static class LeavesTasksElsewhere {
        @Test
        void onAnotherExecutor() {
            Executor other = Executor.on(new VirtualClock());
            other.spawner().spawn(waitFor(Notification.of()));
            other.runUntilStalled();
        }

        @Test
        @SuppressWarnings("pollen:044") // what the test is about
        void neverSpawned(EventLog log) {
            blink(log, 1);
        }

        @Test
        void closedInTime() {
            try (Executor other = Executor.on(new VirtualClock())) {
                other.spawner().spawn(waitFor(Notification.of()));
                other.runUntilStalled();
            }
        }

        @Test
        void inTheBackground(TestExecutor executor) {
            executor.spawnBackground(waitFor(Notification.of()));
            executor.runUntilStalled();
        }
    }

    @Test
    void tasksThatAreLeftOnOtherExecutorsAreFoundToo() {
        Launched run = Launched.run(LeavesTasksElsewhere.class);
        assertEquals(Set.of("closedInTime()", "inTheBackground(TestExecutor)"), run.passed());
        assertContains(run.failed().get("onAnotherExecutor()").getMessage(), "PollenExtensionTest.waitFor: suspended");
        assertContains(
                run.failed().get("neverSpawned(EventLog)").getMessage(),
                "PollenExtensionTest.blink: claimed, never spawned");
    }

    @ExtendWith(PollenExtension.class)
    static class Failing {
        @Test
        void inATask(TestExecutor executor) {
            executor.spawn(failing());
            executor.runToEnd();
        }

        @Test
        void inATaskUnseen(TestExecutor executor) {
            executor.spawn(waitFor(Notification.of()));
            executor.executor().spawner().spawn(failing());
            try {
                executor.executor().run(spawner -> {});
            } catch (StalledError e) {
                // Somebody else's code may swallow it.
            }
        }

        @Test
        void itself(TestExecutor executor) {
            executor.spawn(waitFor(Notification.of()));
            fail("of the test");
        }

        @Test
        void takesItsFailures(TestExecutor executor) {
            executor.spawn(failing());
            executor.executor().run(spawner -> {});
            assertEquals(1, executor.takeFailures().size());
        }

        @Test
        void isSkipped(TestExecutor executor) {
            executor.spawn(waitFor(Notification.of()));
            Assumptions.abort("no reason");
        }
    }

    @Test
    void whatATaskThrowsFailsTheTest() {
        Launched run = Launched.run(Failing.class);
        assertEquals(Set.of("takesItsFailures(TestExecutor)"), run.passed());
        assertEquals(
                "thrown in a task", run.failed().get("inATask(TestExecutor)").getMessage());
        Throwable unseen = run.failed().get("inATaskUnseen(TestExecutor)");
        assertEquals("thrown in a task", unseen.getMessage());
        assertInstanceOf(LeftoverTasksError.class, unseen.getSuppressed()[1]);
        Throwable own = run.failed().get("itself(TestExecutor)");
        assertEquals("of the test", own.getMessage());
        assertEquals(0, own.getSuppressed().length, "what is left is no news then");
        assertEquals(
                "no reason",
                run.failed().get("isSkipped(TestExecutor)").getMessage().replace("Assumption failed: ", ""));
    }

    @ExtendWith(PollenExtension.class)
    static class SideBySide {
        private static final CyclicBarrier MEETING = new CyclicBarrier(4);
        private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

        private static void meetAndBlink(TestExecutor executor, EventLog log) throws Exception {
            executor.spawn(blink(log, 3));
            executor.advanceMillis(500);
            THREADS.add(Thread.currentThread());
            // Each of the four tests holds the only slot of blink now.
            MEETING.await(10, TimeUnit.SECONDS);
            executor.runToEnd();
            log.assertLines("0 ms: toggle", "500 ms: toggle", "1000 ms: toggle");
        }

        @Test
        void a(TestExecutor executor, EventLog log) throws Exception {
            meetAndBlink(executor, log);
        }

        @Test
        void b(TestExecutor executor, EventLog log) throws Exception {
            meetAndBlink(executor, log);
        }

        @Test
        void c(TestExecutor executor, EventLog log) throws Exception {
            meetAndBlink(executor, log);
        }

        @Test
        void d(TestExecutor executor, EventLog log) throws Exception {
            meetAndBlink(executor, log);
        }
    }

    @Test
    void testsRunSideBySide() {
        Launched run = Launched.run(SideBySide.class, PARALLEL);
        assertEquals(Map.of(), run.failed());
        assertEquals(4, run.passed().size());
        assertEquals(4, SideBySide.THREADS.size());
    }

    @ExtendWith(PollenExtension.class)
    static class OnOtherThreads {
        @Test
        @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void thatJUnitMakes(TestExecutor executor, EventLog log) {
            executor.spawn(blink(log, 1));
            executor.runToEnd();
        }

        @Test
        void thatTheTestMakes(TestExecutor executor, EventLog log) {
            executor.spawn(blink(log, 1));
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                try {
                    executor.spawn(blink(log, 1));
                    fail("the slot is taken");
                } catch (SpawnException e) {
                    assertContains(e.getMessage(), "PollenExtensionTest.blink");
                }
                executor.runToEnd();
            });
        }
    }

    @Test
    void threadsOfATestAreInItsPools() {
        Launched run = Launched.run(OnOtherThreads.class, PARALLEL);
        assertEquals(Map.of(), run.failed());
        assertEquals(2, run.passed().size());
    }

    @ExtendWith(PollenExtension.class)
    static class Forms {
        @TestFactory
        Stream<DynamicTest> dynamic(TestExecutor executor, EventLog log) {
            return Stream.of(1, 2)
                    .map(times -> dynamicTest("blink " + times, () -> {
                        executor.spawn(blink(log, times));
                        executor.runToEnd();
                    }));
        }

        @TestFactory
        DynamicTest leaves(TestExecutor executor) {
            return dynamicTest("leaving", () -> executor.spawn(waitFor(Notification.of())));
        }

        @Nested
        class Inside {
            @Test
            void nested(TestExecutor executor, EventLog log) {
                executor.spawn(blink(log, 1));
                executor.runToEnd();
            }
        }

        @RepeatedTest(2)
        void repeated(TestExecutor executor, EventLog log) {
            executor.spawn(blink(log, 1));
            executor.runToEnd();
            log.assertLines("0 ms: toggle");
        }
    }

    @Test
    void testsOfAllFormsAreIsolated() {
        Launched run = Launched.run(Forms.class);
        assertEquals(
                Set.of(
                        "blink 1",
                        "blink 2",
                        "leaving",
                        "nested(TestExecutor, EventLog)",
                        "repetition 1 of 2",
                        "repetition 2 of 2"),
                run.passed());
        assertContains(run.failure().getMessage(), "PollenExtensionTest.waitFor");
    }

    @ExtendWith(PollenExtension.class)
    static class Shuffled {
        private static final Set<Long> SEEDS = ConcurrentHashMap.newKeySet();

        @Test
        @Seed(42)
        void withAValue(TestExecutor executor) {
            assertEquals(42, executor.seed());
        }

        @Test
        void without(TestExecutor executor) {
            assertNull(executor.seed());
        }

        @RepeatedTest(5)
        @Seed
        void anyOne(TestExecutor executor) {
            SEEDS.add(executor.seed());
        }

        @Test
        @Seed
        void skipped(TestExecutor executor) {
            Assumptions.abort("no reason");
        }

        @Seed(7)
        @Nested
        class OfTheClass {
            @Test
            void inherited(TestExecutor executor) {
                assertEquals(7, executor.seed());
            }

            @Test
            @Seed(8)
            void replaced(TestExecutor executor) {
                assertEquals(8, executor.seed());
            }
        }
    }

    @Test
    void theMarkSaysTheSeed() {
        Launched run = Launched.run(Shuffled.class);
        assertEquals(Set.of("skipped(TestExecutor)"), run.failed().keySet());
        assertEquals(0, run.failed().get("skipped(TestExecutor)").getSuppressed().length, "there is nothing to replay");
        assertEquals(9, run.passed().size());
        assertEquals(5, Shuffled.SEEDS.size(), "another one in each repetition");
    }

    @ExtendWith(PollenExtension.class)
    static class RelyingOnAnOrder {
        @RepeatedTest(20)
        @Seed
        void firstComeFirstServed(TestExecutor executor, EventLog log) {
            executor.spawn(first(log));
            executor.spawn(second(log));
            executor.runToEnd();
            log.assertLines("0 ms: first", "0 ms: second");
        }
    }

    @AsyncTask
    static Task<Void> first(EventLog log) {
        log.event("first");
        return Task.done();
    }

    @AsyncTask
    static Task<Void> second(EventLog log) {
        log.event("second");
        return Task.done();
    }

    @Test
    void aFailureSaysItsSeedAndIsReplayedByIt() {
        AtomicReference<Launched> launched = new AtomicReference<>();
        String said = StandardError.of(() -> launched.set(Launched.run(RelyingOnAnOrder.class)));
        Launched run = launched.get();
        assertTrue(!run.failed().isEmpty() && !run.passed().isEmpty(), "with 1 of 2 in 20 repetitions");
        Set<Long> seeds = new HashSet<>();
        for (Throwable failure : run.failed().values()) {
            String note = failure.getSuppressed()[0].getMessage();
            assertContains(note, "the same order again: @Seed(");
            String seed = note.substring(note.indexOf("@Seed(") + 6, note.indexOf("L)"));
            assertContains(note, "-Dpollen.test.seed=" + seed);
            assertContains(said, note);
            seeds.add(Long.valueOf(seed));
        }
        assertEquals(run.failed().size(), seeds.size());
        for (long seed : seeds) {
            StandardError.of(() -> {
                Launched again = withProperty(Long.toString(seed));
                assertEquals(20, again.failed().size(), "each repetition, with the seed " + seed);
            });
        }
    }

    @Test
    void aPropertyThatIsNoSeedIsRefused() {
        Launched run = withProperty("yesterday");
        assertEquals(20, run.failed().size());
        assertContains(
                run.failed().values().iterator().next().getMessage(),
                "pollen.test.seed must be a whole number, a seed that a failed test has said, and is \"yesterday\"");
    }

    private static Launched withProperty(String seed) {
        System.setProperty(PollenExtension.SEED_PROPERTY, seed);
        try {
            return Launched.run(RelyingOnAnOrder.class);
        } finally {
            System.clearProperty(PollenExtension.SEED_PROPERTY);
        }
    }

    @ExtendWith(PollenExtension.class)
    static class TooEarly {
        @BeforeAll
        static void prepare(EventLog log) {}

        @Test
        void never() {}
    }

    @ExtendWith(PollenExtension.class)
    static class InTheConstructor {
        InTheConstructor(TestExecutor executor) {}

        @Test
        void never() {}
    }

    @Test
    void whatBelongsToOneTestIsRefusedElsewhere() {
        assertContains(
                Launched.run(TooEarly.class).failure().getMessage(),
                "EventLog belongs to one test: take it as a parameter of the test or of a @BeforeEach method");
        assertContains(
                Launched.run(InTheConstructor.class).failure().getMessage(),
                "TestExecutor belongs to one test: take it as a parameter of the test or of a @BeforeEach method");
    }

    @ExtendWith(PollenExtension.class)
    static class TwoSeeds {
        @Test
        @Seed({1, 2})
        void undecided() {}
    }

    @Test
    void aTestHasOneSeed() {
        assertContains(Launched.run(TwoSeeds.class).failure().getMessage(), "@Seed has 2 values");
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> "\"" + part + "\" is not in:\n" + text);
    }
}
