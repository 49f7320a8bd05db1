// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.executor.Executor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Retries on a virtual clock; the scenarios of pw_async2's composite_future example are named. */
final class RetryTest {
    private static final long MILLI = 1_000_000;

    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private final Executor executor = Executor.builder()
            .clock(clock)
            .uncaught((task, thrown) -> events.say("handler: " + Events.text(thrown)))
            .build();
    private int tried;

    @AfterEach
    void close() {
        executor.close();
    }

    private void say(String what) {
        events.say(what + " at " + clock.now() / MILLI);
    }

    /** Runs a task that awaits one retry, whose attempts fail a number of times. */
    private void run(Retry policy, int failures) {
        tried = 0;
        executor.run(spawner -> spawner.spawn(TestTask.of("task", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return n == 0 ? Futures.retry(policy, () -> attempt(failures)) : null;
            }

            @Override
            public void took(int n, Object value) {
                say("took " + value);
            }
        })));
    }

    private Future<String> attempt(int failures) {
        int number = ++tried;
        say("try " + number);
        if (number <= failures) {
            throw new IllegalArgumentException("failure " + number);
        }
        return Future.ready("value " + number);
    }

    /** composite_future: SuccessfulReadOnFirstTry. */
    @Test
    void SuccessfulReadOnFirstTry() {
        run(Retry.attempts(3).backoffMillis(50), 0);
        events.expect("try 1 at 0", "took value 1 at 0");
    }

    /** composite_future: RetriesAndSucceedsOnSecondTry. */
    @Test
    void RetriesAndSucceedsOnSecondTry() {
        run(Retry.attempts(3).backoffMillis(50), 1);
        events.expect("try 1 at 0", "try 2 at 50", "took value 2 at 50");
    }

    /** composite_future: FailsAfterMaxRetries. */
    @Test
    void FailsAfterMaxRetries() {
        run(Retry.attempts(3).backoffMillis(50), 3);
        events.expect("try 1 at 0", "try 2 at 50", "try 3 at 150", "handler: IllegalArgumentException: failure 3");
    }

    /** composite_future: SynchronousInvalidArgumentValidation. */
    @Test
    void zeroAttemptsAreAnErrorAndNoHang() {
        assertEquals(
                "a retry needs at least one attempt, not 0",
                assertThrows(IllegalArgumentException.class, () -> Retry.attempts(0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Retry.attempts(-1));
        Retry policy = Retry.attempts(1);
        assertThrows(IllegalArgumentException.class, () -> policy.backoffMillis(-1));
        assertThrows(IllegalArgumentException.class, () -> policy.capMillis(-1));
        assertThrows(IllegalArgumentException.class, () -> policy.factor(0));
        assertThrows(IllegalArgumentException.class, () -> policy.jitterPercent(101, 1));
        assertThrows(IllegalArgumentException.class, () -> policy.jitterPercent(-1, 1));
        assertThrows(NullPointerException.class, () -> Futures.retry(policy, null));
    }

    @Test
    void restsGrowUpToTheCap() {
        assertEquals(
                List.of(10L, 20L, 40L, 50L, 50L),
                rests(Retry.attempts(6).backoffMillis(10).capMillis(50)));
        assertEquals(
                List.of(10L, 30L, 90L),
                rests(Retry.attempts(4).backoffMillis(10).factor(3)));
        assertEquals(
                List.of(10L, 10L, 10L),
                rests(Retry.attempts(4).backoffMillis(10).factor(1)));
        assertEquals(List.of(5L, 5L), rests(Retry.attempts(3).backoffMillis(10).capMillis(5)));
        assertEquals(List.of(0L, 0L), rests(Retry.attempts(3)));
        long most = Long.MAX_VALUE / MILLI;
        assertEquals(
                List.of(Long.MAX_VALUE / 2 / MILLI, most, most),
                rests(Retry.attempts(4)
                        .backoffMillis(Long.MAX_VALUE / 2 / MILLI)
                        .factor(3)));
    }

    /** The rests of one run in milliseconds. */
    private static List<Long> rests(Retry policy) {
        List<Long> rests = new ArrayList<>();
        Backoff backoff = policy.backoff();
        while (backoff.fails()) {
            rests.add(backoff.nextRest() / MILLI);
        }
        return rests;
    }

    @Test
    void jitterTakesAPartAwayAndIsTheSameForASeed() {
        Retry policy = Retry.attempts(200).backoffMillis(1000).factor(1).jitterPercent(40, 7);
        List<Long> first = rests(policy);
        List<Long> second = rests(policy);
        assertEquals(first, rests(policy.jitterPercent(40, 7)));
        assertNotEquals(first, second, "each run draws its own sequence");
        assertNotEquals(first, rests(policy.jitterPercent(40, 8)));
        assertTrue(first.stream().allMatch(rest -> rest >= 600 && rest <= 1000), first::toString);
        assertTrue(first.stream().anyMatch(rest -> rest < 640), "the whole range is used");
        assertTrue(first.stream().anyMatch(rest -> rest > 960), "the whole range is used");
        assertTrue(rests(policy.jitterPercent(100, 1)).stream().anyMatch(rest -> rest < 50));
        assertEquals(0, Retry.attempts(2).jitterPercent(100, 1).backoff().nextRest());
    }

    @Test
    void whatIsNotWorthItLeavesAtOnce() {
        run(Retry.attempts(5).backoffMillis(10).retryIf(e -> !e.getMessage().equals("failure 2")), 5);
        events.expect("try 1 at 0", "try 2 at 10", "handler: IllegalArgumentException: failure 2");
        run(
                Retry.attempts(5).retryIf(e -> {
                    throw new IllegalStateException("condition");
                }),
                5);
        events.expect("try 1 at 10", "handler: IllegalStateException: condition");
        executor.run(spawner -> spawner.spawn(TestTask.of(
                "task",
                n -> Futures.retry(Retry.forever(), () -> {
                    throw new AssertionError("bug");
                }))));
        events.expect("handler: AssertionError: bug");
    }

    @Test
    void aCheckedExceptionOfAnAttemptIsOneOfTheCall() {
        Future<String> retry;
        try {
            retry = Futures.retry(Retry.attempts(1), RetryTest::readBroken);
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        assertThrows(IOException.class, () -> retry.poll(Context.of(() -> {})));
    }

    private static Future<String> readBroken() throws IOException {
        throw new IOException("bus");
    }

    @Test
    void cancelStopsTheAttemptOrTheRest() {
        Manual<String> hangs = new Manual<>("hangs", events);
        Future<String> trying = Futures.retry(Retry.attempts(3), () -> hangs);
        events.poll("trying", trying);
        trying.cancel();
        trying.cancel();
        events.expect("hangs polled", "trying pending", "hangs cancelled");
        JoinHandle<Object> resting = executor.spawner()
                .submit(TestTask.of("task", n -> Futures.retry(Retry.forever().backoffMillis(10), () -> attempt(9))));
        executor.runUntilStalled();
        clock.advance(10 * MILLI);
        executor.runUntilStalled();
        resting.abort();
        executor.runUntilStalled();
        clock.advance(1000 * MILLI);
        executor.runUntilStalled();
        events.expect("try 1 at 0", "try 2 at 10");
        Futures.retry(Retry.attempts(1), () -> hangs).cancel();
        events.expect();
    }

    /** Retries that never rest leave the other tasks their turn. */
    @Test
    void aRetryWithoutRestsStarvesNobody() {
        boolean[] stop = {false};
        executor.spawner()
                .spawn(TestTask.of(
                        "busy",
                        n -> n > 0
                                ? null
                                : Futures.retry(Retry.forever(), () -> {
                                    if (stop[0]) {
                                        return Future.ready("stopped");
                                    }
                                    throw new IllegalArgumentException("again");
                                })));
        executor.spawner().spawn(TestTask.of("other", n -> {
            stop[0] = n == 3;
            return n < 3 ? Futures.yieldNow() : null;
        }));
        for (int round = 0; round < 10 && executor.poll(); round++) {
            continue;
        }
        assertTrue(stop[0]);
        executor.runUntilStalled();
        events.expect();
    }

    @Test
    void aBackoffServesALoopOfOnesOwnAndIsUsedAgain() {
        Backoff backoff = Retry.attempts(3).backoffMillis(10).backoff();
        for (int run = 0; run < 2; run++) {
            executor.run(spawner -> spawner.spawn(TestTask.of("task", new TestTask.Body() {
                @Override
                public Future<?> next(int n) {
                    return n < 3 ? backoff.rest() : null;
                }

                @Override
                public void took(int n, Object value) {
                    say("rested " + value);
                }
            })));
            backoff.reset();
        }
        events.expect(
                "rested true at 10",
                "rested true at 30",
                "rested false at 30",
                "rested true at 40",
                "rested true at 60",
                "rested false at 60");
        Future.OfBoolean rest = backoff.rest();
        rest.cancel();
        rest.cancel();
        assertThrows(IllegalStateException.class, () -> rest.poll(Context.of(() -> {})));
    }

    @Test
    void slotsAllocateNothing() {
        Retrying<String> slot = new Retrying<>();
        Retry policy = Retry.attempts(3).backoffMillis(10).jitterPercent(50, 1);
        Context cx = Context.of(() -> {});
        assertEquals(0, Allocation.bytes(() -> {
            if (Futures.retry$in(policy, RetryTest::one, slot).poll(cx) != Poll.READY
                    || !slot.take().equals("1")) {
                throw new AssertionError();
            }
        }));
    }

    private static Future.OfInt million(int[] failures) {
        if (failures[0]-- > 0) {
            throw new IllegalArgumentException("failure");
        }
        return MILLION;
    }

    private static final Future.OfInt MILLION = new Future.OfInt() {
        @Override
        public Poll poll(Context cx) {
            return Poll.READY;
        }

        @Override
        public int getAsInt() {
            return 1_000_000;
        }

        @Override
        public void cancel() {}
    };

    @Test
    void primitiveValuesAreNotBoxed() {
        Retry policy = Retry.attempts(3).backoffMillis(10);
        int[] failures = {2};
        int id = executor.blockOn(Futures.retryInt(policy, () -> million(failures)));
        assertEquals(1_000_000, id);
        assertEquals(30, clock.now() / MILLI);
        failures[0] = 3;
        assertThrows(
                IllegalArgumentException.class,
                () -> executor.blockOn(Futures.retryInt(policy, () -> million(failures))));
        long value = executor.blockOn(Futures.retryLong(policy, () -> Futures.ready(1L << 40)));
        assertEquals(1L << 40, value);

        IntRetrying slot = new IntRetrying();
        IntAttempt<RuntimeException> attempt = () -> MILLION;
        Context cx = Context.of(() -> {});
        int[] sum = new int[1];
        assertEquals(0, Allocation.bytes(() -> {
            Future.OfInt retry = Futures.retryInt$in(policy, attempt, slot);
            retry.poll(cx);
            sum[0] = retry.getAsInt();
        }));
        assertEquals(1_000_000, sum[0]);
        Future.OfInt cancelled = Futures.retryInt(policy, attempt);
        cancelled.cancel();
        assertThrows(IllegalStateException.class, cancelled::getAsInt);
    }

    private static final Ready<String> ONE = new Ready<>();

    private static Future<String> one() {
        return Futures.ready$in("1", ONE);
    }
}
