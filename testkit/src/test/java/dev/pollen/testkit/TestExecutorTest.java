// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.JoinHandle;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskPools;
import dev.pollen.futures.Futures;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What runs when, how far the clock goes, and what is refused; with woven tasks, as users write them. */
class TestExecutorTest {
    private final TestExecutor executor = new TestExecutor();
    private final EventLog log = executor.log();

    @AfterEach
    void close() {
        executor.close();
    }

    @AsyncTask(poolSize = 3)
    static Task<Void> threeSleeps(EventLog log, long millis) {
        for (int i = 1; i <= 3; i++) {
            await(Timer.afterMillis(millis));
            log.event("woke " + i);
        }
        return Task.done();
    }

    @AsyncTask
    static Task<Void> blink(EventLog log) {
        while (true) {
            log.event("toggle");
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask
    static Task<Void> tick(EventLog log) {
        Ticker ticker = Ticker.everyMillis(10);
        while (true) {
            await(ticker.next());
            log.event("tick");
        }
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> yielding(EventLog log, String name, int times) {
        for (int i = 0; i < times; i++) {
            log.event(name + i);
            await(Futures.yieldNow());
        }
        return Task.done();
    }

    @AsyncTask
    static Task<Void> waitFor(Notification notification) {
        await(notification.notified());
        return Task.done();
    }

    @AsyncTask
    static Task.OfInt answerLater() {
        await(Timer.afterMillis(100));
        return Task.ready(42);
    }

    @Async
    static Future<String> read(Notification ready) throws IOException {
        await(ready.notified());
        throw new IOException("no carrier");
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> failing(String message) {
        await(Timer.afterMillis(20));
        throw new AssertionError(message);
    }

    @AsyncTask
    @SuppressWarnings("pollen:046") // what the test is about
    static Task<Void> blocking() {
        Pollen.blockOn(Timer.afterMillis(1));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> parent(Spawner spawner, EventLog log) {
        spawner.spawn(threeSleeps(log, 1));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> receiveAll(Channel<String> lines, EventLog log) {
        while (true) {
            log.event(await(lines.receive()));
        }
    }

    @Test
    void noDeadlineIsJumpedOver() {
        executor.spawn(threeSleeps(log, 10));
        executor.advanceMillis(30);
        log.assertLines("10 ms: woke 1", "20 ms: woke 2", "30 ms: woke 3");
        assertEquals(30, executor.nowMillis());
        assertFalse(executor.runUntilStalled());
    }

    @Test
    void theClockMayGoToItsVeryEnd() {
        executor.spawn(threeSleeps(log, 10));
        executor.advance(Duration.ofNanos(Long.MAX_VALUE));
        log.assertLines("10 ms: woke 1", "20 ms: woke 2", "30 ms: woke 3");
        assertThrows(IllegalArgumentException.class, () -> executor.advanceMillis(1));
    }

    @Test
    void timeThatPassesBeforeTheFirstPollDoesNotCount() {
        executor.spawn(threeSleeps(log, 10));
        executor.advanceMillis(5);
        log.assertLines();
        executor.advanceMillis(5);
        log.assertLines("10 ms: woke 1");
    }

    @Test
    void whatIsDueAtTheVeryTimeHasRun() {
        executor.spawn(threeSleeps(log, 10));
        executor.advance(Duration.ofNanos(9_999_999));
        log.assertLines();
        executor.advance(Duration.ofNanos(1));
        log.assertLines("10 ms: woke 1");
    }

    @Test
    void nothingButWhatSaysSoMovesTheClock() {
        executor.spawn(blink(log));
        assertTrue(executor.step());
        assertFalse(executor.step());
        assertTrue(executor.runUntilStalled());
        log.assertLines("0 ms: toggle");
        assertEquals(0, executor.nowMillis());
        assertTrue(executor.advanceToNextDeadline());
        log.assertLines("500 ms: toggle");
        executor.close();
    }

    @Test
    void aClockWithoutTimersStandsStill() {
        assertFalse(executor.advanceToNextDeadline());
        assertEquals(0, executor.nowMillis());
        executor.advanceMillis(70);
        assertEquals(70, executor.nowMillis());
        assertThrows(IllegalArgumentException.class, () -> executor.advanceMillis(-1));
        assertThrows(ArithmeticException.class, () -> executor.advanceMillis(Long.MAX_VALUE));
        assertEquals(70, executor.nowMillis());
    }

    @Test
    void tasksRunInTheOrderOfTheirWakes() {
        executor.spawn(yielding(log, "a", 2));
        executor.spawn(yielding(log, "b", 2));
        executor.runToEnd();
        assertEquals(List.of("a0", "b0", "a1", "b1"), log.texts());
    }

    @Test
    void theLogTellsWhatTasksDoIfItIsWanted() {
        executor.spawn(yielding(log, "a", 1));
        executor.runToEnd();
        log.assertLines("0 ms: a0");
        executor.logTasks();
        executor.spawn(parent(executor.spawner(), log));
        executor.runUntilStalled();
        executor.executor().stop();
        log.assertLines(
                "0 ms: TestExecutorTest.parent[0] starts",
                "0 ms: TestExecutorTest.parent[0] is polled",
                "0 ms: TestExecutorTest.threeSleeps[0] starts",
                "0 ms: TestExecutorTest.parent[0] ends",
                "0 ms: TestExecutorTest.threeSleeps[0] is polled",
                "0 ms: TestExecutorTest.threeSleeps[0] ends");
    }

    @Test
    void theEndIsWhenAllHaveEnded() {
        executor.spawn(parent(executor.spawner(), log));
        executor.runToEnd();
        log.assertLines("1 ms: woke 1", "2 ms: woke 2", "3 ms: woke 3");
    }

    @Test
    void tasksInTheBackgroundAreNotWaitedFor() {
        executor.spawnBackground(tick(log));
        executor.spawn(threeSleeps(log, 10));
        executor.runToEnd();
        assertEquals(30, executor.nowMillis());
        executor.assertNothingLeft();
        log.clear();
        executor.advanceMillis(10);
        log.assertLines("40 ms: tick");
    }

    @Test
    void aTaskThatNothingCanWakeIsNamed() {
        executor.spawn(waitFor(Notification.of()));
        StalledError stalled = assertThrows(StalledError.class, executor::runToEnd);
        assertContains(stalled.getMessage(), "at 0 ms nothing can wake these tasks");
        assertContains(stalled.getMessage(), "TestExecutorTest.waitFor");
        assertContains(stalled.getMessage(), "TestExecutorTest.java:" + lineOf("await(notification.notified());"));
    }

    @Test
    void anExecutorThatIsRunByOthersIsNotStuckEither() {
        StalledError stalled = assertThrows(
                StalledError.class,
                () -> executor.executor().run(spawner -> spawner.spawn(waitFor(Notification.of()))));
        assertContains(stalled.getMessage(), "TestExecutorTest.waitFor");
        assertEquals(
                42,
                executor.executor().blockOn(executor.spawner().submit(answerLater())),
                "but time runs, if there is any");
    }

    @Test
    void aTaskThatNeverEndsIsNamedAtTheLimit() {
        executor.spawn(blink(log));
        LimitExceededError late =
                assertThrows(LimitExceededError.class, () -> executor.runToEnd(Duration.ofSeconds(2)));
        assertContains(late.getMessage(), "after 2000 ms of virtual time");
        assertContains(late.getMessage(), "TestExecutorTest.blink");
        assertEquals(2_000, executor.nowMillis());
        assertThrows(LimitExceededError.class, executor::runToEnd);
        assertEquals(2_000 + TestExecutor.LIMIT_MILLIS, executor.nowMillis());
    }

    @Test
    void whatEndsAtTheLimitHasEnded() {
        executor.spawn(threeSleeps(log, 10));
        executor.runToEnd(Duration.ofMillis(30));
        executor.spawn(threeSleeps(log, 10));
        assertThrows(LimitExceededError.class, () -> executor.runToEnd(Duration.ofNanos(29_999_999)));
        executor.runToEnd();
        executor.spawn(threeSleeps(log, TestExecutor.LIMIT_MILLIS / 3));
        executor.runToEnd();
        assertEquals(60 + TestExecutor.LIMIT_MILLIS, executor.nowMillis());
    }

    @Test
    void aTaskThatWakesItselfForEverIsNamed() {
        executor.spawn(yielding(new EventLog(() -> 0), "", Integer.MAX_VALUE));
        executor.spawn(threeSleeps(log, 10));
        LimitExceededError livelock = assertThrows(LimitExceededError.class, executor::runUntilStalled);
        assertContains(livelock.getMessage(), "1000000 polls were made at 0 ms");
        assertContains(livelock.getMessage(), "TestExecutorTest.yielding");
        assertEquals(TestExecutor.LIMIT_POLLS, executor.executor().polls());
    }

    @Test
    void anAssertionInATaskFailsItsTest() {
        executor.spawn(failing("21 degrees"));
        executor.runUntilStalled();
        AssertionError failure = assertThrows(AssertionError.class, () -> executor.advanceMillis(1_000));
        assertEquals("21 degrees", failure.getMessage());
        assertEquals("thrown in task TestExecutorTest.failing at 20 ms", failure.getSuppressed()[0].getMessage());
        assertEquals(20, executor.nowMillis(), "time stops where it was thrown");
        assertEquals(List.of(), executor.takeFailures());
    }

    @Test
    void aStepThatThrowsThrows() {
        executor.spawn(failing("in a step"));
        assertTrue(executor.step());
        executor.clock().advanceMillis(20);
        assertEquals(
                "in a step", assertThrows(AssertionError.class, executor::step).getMessage());
    }

    @Test
    void allFailuresAreThere() {
        executor.spawn(failing("first"));
        executor.spawn(failing("second"));
        AssertionError failure = assertThrows(AssertionError.class, executor::runToEnd);
        assertEquals("first", failure.getMessage());
        assertEquals("second", failure.getSuppressed()[1].getMessage());
    }

    @Test
    void expectedFailuresAreTaken() {
        JoinHandle<Void> awaited = executor.submit(failing("awaited"));
        executor.runToEnd();
        assertEquals(List.of(), executor.takeFailures(), "it belongs to the handle");
        assertEquals(
                "awaited",
                assertThrows(AssertionError.class, () -> executor.blockOn(awaited))
                        .getMessage());

        executor.spawn(failing("not awaited"));
        executor.executor().run(spawner -> {});
        assertEquals("not awaited", executor.takeFailures().get(0).getMessage());
        executor.runToEnd();
    }

    @Test
    void aFailureThatNobodyHasSeenLeavesFromClose() {
        executor.spawn(failing("unseen"));
        executor.executor().run(spawner -> {});
        assertEquals(
                "unseen", assertThrows(AssertionError.class, executor::close).getMessage());
        executor.close();
    }

    @Test
    void blockOnGivesTheResult() {
        assertEquals(42, executor.blockOn(executor.spawner().submit(answerLater())));
        assertEquals(100, executor.nowMillis());
        assertNull(executor.blockOn(Timer.afterMillis(50)));
        assertEquals(150, executor.nowMillis());
        executor.assertNothingLeft();
    }

    @Test
    void blockOnThrowsTheExceptionAsItIs() {
        Notification ready = Notification.of();
        ready.notifyOne();
        IOException e = assertThrows(IOException.class, () -> executor.blockOn(read(ready)));
        assertEquals("no carrier", e.getMessage());
    }

    @Test
    void blockOnRefusesToWaitForEverAndCancels() {
        Notification ready = Notification.of();
        StalledError stalled = assertThrows(StalledError.class, () -> executor.blockOn(read(ready)));
        assertContains(stalled.getMessage(), "blockOn");
        executor.assertNothingLeft();
        executor.spawnBackground(blink(log));
        assertThrows(LimitExceededError.class, () -> executor.blockOn(read(ready)));
        executor.assertNothingLeft();
    }

    @Test
    void blockOnStopsWhereAnotherTaskFails() {
        executor.spawn(failing("other"));
        AssertionError failure = assertThrows(AssertionError.class, () -> executor.blockOn(Timer.afterMillis(1_000)));
        assertEquals("other", failure.getMessage());
        assertEquals(20, executor.nowMillis());
        executor.assertNothingLeft();
    }

    @Test
    void aTaskCannotBlock() {
        executor.spawn(blocking());
        IllegalStateException refused = assertThrows(IllegalStateException.class, executor::runToEnd);
        assertContains(refused.getMessage(), "blockOn was called on the thread of executor test executor");
    }

    @Test
    void whatIsLeftIsNamed() {
        executor.assertNothingLeft();
        Notification notification = Notification.of();
        executor.spawn(waitFor(notification));
        Task<Void> unspawned = blink(log);
        executor.runUntilStalled();
        LeftoverTasksError left = assertThrows(LeftoverTasksError.class, executor::assertNothingLeft);
        assertContains(left.getMessage(), "TestExecutorTest.waitFor");
        assertContains(left.getMessage(), "TestExecutorTest.java:" + lineOf("await(notification.notified());"));
        assertContains(left.getMessage(), "TestExecutorTest.blink: claimed, never spawned");
        notification.notifyOne();
        executor.spawnBackground(unspawned);
        executor.runUntilStalled();
        executor.assertNothingLeft();
    }

    @Test
    void aTaskOfTheProgramThatIsLeftIsNamedToo() {
        TaskPools own = TaskPools.enter(null);
        executor.spawn(waitFor(Notification.of()));
        TaskPools.enter(own);
        assertEquals("", own.dump());
        LeftoverTasksError left = assertThrows(LeftoverTasksError.class, executor::assertNothingLeft);
        assertContains(left.getMessage(), "TestExecutorTest.waitFor");
    }

    @Test
    @SuppressWarnings("pollen:044") // the claim is what is asked for
    void threadsThatOutliveItClaimFromTheProgram() {
        TaskPools own = TaskPools.current();
        executor.close();
        assertNull(TaskPools.enter(own));
        blink(log);
        assertEquals("", own.dump());
        TaskPools.enter(null);
    }

    @Test
    void itHasPoolsOfItsOwn() throws InterruptedException {
        executor.spawn(blink(log));
        Thread other = new Thread(() -> {
            TaskPools.enter(null);
            try (TestExecutor second = new TestExecutor()) {
                second.spawn(blink(second.log()));
                second.advanceMillis(500);
                second.log().assertLines("0 ms: toggle", "500 ms: toggle");
            }
            assertNull(TaskPools.current());
            log.event("done");
        });
        other.start();
        other.join();
        assertEquals(List.of("done"), log.texts());
        assertNotNull(TaskPools.current());
        executor.close();
        assertNull(TaskPools.current());
    }

    @Test
    void aSecondExecutorIsInThePoolsOfTheFirst() {
        TaskPools own = TaskPools.current();
        try (TestExecutor second = new TestExecutor()) {
            second.spawn(waitFor(Notification.of()));
            second.runUntilStalled();
            assertThrows(LeftoverTasksError.class, executor::assertNothingLeft);
        }
        assertSame(own, TaskPools.current());
        executor.assertNothingLeft();
    }

    @Test
    void timeWaitsForOtherThreads() throws InterruptedException {
        Channel<String> lines = Channel.of(1);
        CountDownLatch running = new CountDownLatch(1);
        executor.spawnBackground(tick(new EventLog(() -> 0)));
        executor.spawnBackground(receiveAll(lines, log));
        Notification done = Notification.of();
        executor.spawn(waitFor(done));
        TimeHold reading = executor.holdTime("reading");
        Thread reader = new Thread(() -> {
            try {
                running.await();
                lines.trySend("hello");
                done.notifyOne();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                reading.close();
            }
        });
        reader.start();
        executor.runUntilStalled();
        running.countDown();
        executor.runToEnd();
        reader.join();
        log.assertLines("0 ms: hello");
    }

    /** Often, as the hold may end between the last look for ready tasks and the decision that nothing can wake them. */
    @RepeatedTest(200)
    void aWakeIsServedWhileTimeIsHeld() throws InterruptedException {
        Notification asked = Notification.of();
        Notification done = Notification.of();
        CountDownLatch answered = new CountDownLatch(1);
        executor.spawn(answer(asked, answered));
        executor.spawn(waitFor(done));
        TimeHold asking = executor.holdTime("asking");
        Thread other = new Thread(() -> {
            try (asking) {
                asked.notifyOne();
                answered.await();
                done.notifyOne();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        executor.runUntilStalled();
        other.start();
        executor.runToEnd();
        other.join();
        assertEquals(0, executor.nowMillis());
    }

    @AsyncTask
    static Task<Void> answer(Notification asked, CountDownLatch answered) {
        await(asked.notified());
        answered.countDown();
        return Task.done();
    }

    @Test
    void aHoldThatIsNeverReleasedIsNamed() {
        executor.close();
        try (TestExecutor impatient = new TestExecutor(null, 1)) {
            impatient.spawn(waitFor(Notification.of()));
            impatient.holdTime("reading");
            StalledError stalled = assertThrows(StalledError.class, impatient::runToEnd);
            assertContains(stalled.getMessage(), "[reading] did not end");
            assertContains(stalled.getMessage(), "TestExecutorTest.waitFor");
        }
    }

    @Test
    void aClosedHoldIsNone() {
        TimeHold hold = executor.holdTime("reading");
        hold.close();
        hold.close();
        executor.spawn(threeSleeps(log, 10));
        executor.runToEnd();
        assertEquals(30, executor.nowMillis());
    }

    @Test
    void runningTasksAllocatesNothing() {
        executor.close();
        try (TestExecutor shuffling = TestExecutor.seeded(1)) {
            shuffling.spawnBackground(quiet());
            shuffling.spawnBackground(quiet());
            AllocationAssert.noAllocation(() -> {
                shuffling.advanceMillis(20);
                shuffling.clock().advanceMillis(10);
                shuffling.step();
                shuffling.runUntilStalled();
                shuffling.advanceToNextDeadline();
            });
        }
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> quiet() {
        while (true) {
            await(Timer.afterMillis(10));
        }
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> "\"" + part + "\" is not in:\n" + text);
    }

    private static int lineOf(String code) {
        return SourceLines.of(TestExecutorTest.class).indexOf(code);
    }
}
