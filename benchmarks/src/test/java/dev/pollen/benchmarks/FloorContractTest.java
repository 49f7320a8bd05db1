// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorHandle;
import dev.pollen.benchmarks.floor.FloorHeap;
import dev.pollen.benchmarks.floor.FloorNested;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.floor.FloorSelfWoken;
import dev.pollen.benchmarks.floor.FloorSleep;
import dev.pollen.benchmarks.floor.FloorSpawns;
import dev.pollen.benchmarks.floor.FloorTask;
import dev.pollen.benchmarks.floor.FloorTimers;
import dev.pollen.benchmarks.floor.FloorWheel;
import dev.pollen.benchmarks.floor.FloorYields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The floor does what its duties say, in their order: else a ratio to it would say nothing of the contract. */
class FloorContractTest {
    private final List<String> events = new ArrayList<>();
    private final FloorPool<Scripted> pool = new FloorPool<>("scripted", 3, Scripted::new);
    private final FloorExecutor executor = new FloorExecutor(pool);

    /** A task that does what a test says. */
    private static final class Scripted extends FloorTask {
        private BiPredicate<Scripted, FloorExecutor> script;
        private int polled;

        private Scripted(FloorPool<?> pool, int index) {
            super(pool, index);
        }

        @Override
        protected boolean poll(FloorExecutor cx) {
            checkPollable();
            polled++;
            boolean ended = script.test(this, cx);
            if (ended) {
                state = OVER;
            }
            return ended;
        }

        @Override
        protected int intResult() {
            return polled;
        }
    }

    private Scripted claim(BiPredicate<Scripted, FloorExecutor> script) {
        Scripted task = pool.claim();
        task.script = script;
        task.polled = 0;
        return task;
    }

    private Scripted start(BiPredicate<Scripted, FloorExecutor> script) {
        Scripted task = claim(script);
        executor.spawn(task);
        return task;
    }

    /** Asks for the waker and waits. */
    private static boolean waits(Scripted task, FloorExecutor cx) {
        cx.waker();
        return false;
    }

    @Test
    void aTaskThatAsksForNoWakerIsLost() {
        start((task, cx) -> false);
        executor.run();
        assertEquals(List.of("task scripted[0] is lost"), executor.failures());
    }

    @Test
    void aTaskThatAsksOrIsWokenIsNotLost() {
        start(FloorContractTest::waits);
        start((task, cx) -> {
            task.wake();
            return task.polls() == 2;
        });
        executor.run();
        assertEquals(List.of(), executor.failures());
    }

    @Test
    void aPollTakesAHundredAndTwentyEightReadyResults() {
        Scripted task = start((self, cx) -> {
            int taken = 0;
            while (cx.spend()) {
                taken++;
            }
            events.add("took " + taken);
            cx.waker();
            return self.polls() == 2;
        });
        executor.run();
        task.wake();
        executor.run();
        assertEquals(List.of("took 128", "took 128"), events);
    }

    @Test
    void pollsWakesAndPollsForNothingAreCounted() {
        Scripted task = start(FloorContractTest::waits);
        executor.run();
        task.wake();
        executor.run();
        assertEquals(List.of(2L, 2L, 1L), List.of(task.polls(), task.wakes(), task.spuriousPolls()));
    }

    @Test
    void severalWakesMakeOnePollAndNoneIsLost() throws InterruptedException {
        Scripted task = start(FloorContractTest::waits);
        executor.run();
        Thread other = new Thread(() -> {
            task.wake();
            task.wake();
        });
        other.start();
        other.join();
        executor.run();
        assertEquals(2, task.polls());
    }

    @Test
    void aWakeOfAnotherThreadDuringAPollMakesAnother() {
        Scripted task = start((self, cx) -> {
            cx.waker();
            if (self.polls() == 1) {
                Thread other = new Thread(self::wake);
                other.start();
                join(other);
            }
            return self.polls() == 2;
        });
        executor.run();
        assertEquals(List.of(2L, 0), List.of(task.polls(), executor.live()));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWakeAfterTheEndDoesNothing() {
        Scripted task = start((self, cx) -> true);
        executor.run();
        task.wake();
        executor.run();
        assertEquals(List.of(1L, 0), List.of(task.polls(), executor.live()));
    }

    @Test
    void ownWakesComeFirstAndARoundPollsWhatWasQueuedBefore() {
        Scripted first = start((task, cx) -> said("first", cx));
        Scripted second = start((task, cx) -> said("second", cx));
        executor.run();
        second.wake();
        start((task, cx) -> {
            if (task.polls() == 1) {
                first.wake();
                cx.pollAgain();
            }
            return said("third", cx) || task.polls() == 2;
        });
        executor.run();
        assertEquals(List.of("first", "second", "third", "second", "first", "third"), events);
    }

    private boolean said(String event, FloorExecutor cx) {
        events.add(event);
        cx.waker();
        return false;
    }

    @Test
    void theClockIsLookedAtEverySixtyFourPolls() {
        FloorPool<FloorSelfWoken> pools = new FloorPool<>("self", 1, FloorSelfWoken::new);
        FloorExecutor other = new FloorExecutor(pools);
        other.spawn(pools.claim().set(new FloorSelfWoken.Woken(), 639));
        other.run();
        assertEquals(10, other.readings());
    }

    @Test
    void aTaskThatThrowsEndsAndTheOthersGoOn() {
        start((task, cx) -> {
            throw new IllegalArgumentException("no");
        });
        start((task, cx) -> true);
        executor.run();
        assertEquals(
                List.of("task scripted[0] has thrown java.lang.IllegalArgumentException: no"), executor.failures());
        assertEquals(0, executor.live());
        assertEquals("", executor.dump());
    }

    @Test
    void aHandleHasTheResultAndTheSlotIsFreeBeforeWhoeverWaitsGoesOn() {
        FloorPool<FloorSpawns.Child> children = new FloorPool<>("child", 1, FloorSpawns.Child::new);
        FloorPool<FloorSpawns> parents =
                new FloorPool<>("parent", 1, (own, index) -> new FloorSpawns(own, index, children));
        FloorExecutor other = new FloorExecutor(parents, children);
        FloorSpawns parent = parents.claim().set(100);
        other.spawn(parent);
        other.run();
        assertEquals(5050, parent.sum());
        assertEquals(List.of(0, ""), List.of(other.live(), other.dump()));
    }

    @Test
    void anAbortEndsTheRunAndTheHandleSaysSo() {
        FloorHandle handle = new FloorHandle();
        executor.submit(claim(FloorContractTest::waits), handle);
        executor.run();
        handle.abort();
        executor.run();
        assertEquals(0, executor.live());
        assertThrows(IllegalStateException.class, () -> handle.poll(executor));
    }

    @Test
    void aStopCancelsOldestFirst() {
        Scripted older = claim(FloorContractTest::waits);
        Scripted newer = claim(FloorContractTest::waits);
        executor.spawn(newer);
        executor.spawn(older);
        executor.run();
        executor.stop();
        executor.run();
        assertEquals(List.of("task scripted[1] was cancelled", "task scripted[0] was cancelled"), executor.failures());
        assertEquals(List.of(0, ""), List.of(executor.live(), executor.dump()));
    }

    @Test
    void claimsAreKnownAndAnEmptyPoolIsRefused() {
        claim(FloorContractTest::waits);
        pool.claim();
        start(FloorContractTest::waits);
        assertEquals("scripted[2] at 0\nscripted[0] claimed\nscripted[1] claimed\n", executor.dump());
        assertNull(pool.claim());
        assertThrows(IllegalStateException.class, () -> executor.spawn(null));
    }

    @Test
    void aTaskThatRunsIsNotSpawnedAgainAndOneThatIsOverIsNotPolled() {
        Scripted task = start((self, cx) -> true);
        assertThrows(IllegalStateException.class, () -> executor.spawn(task));
        executor.run();
        assertThrows(IllegalStateException.class, () -> task.poll(executor));
        assertThrows(IllegalStateException.class, () -> new FloorHandle().poll(executor));
        assertThrows(IllegalStateException.class, () -> new FloorHandle().getAsInt());
    }

    @Test
    void itIsKnownWhichTaskIsPolled() {
        start((task, cx) -> {
            events.add(executor.running());
            return true;
        });
        executor.run();
        assertEquals(List.of("scripted[0]"), events);
        assertNull(executor.running());
    }

    private static FloorTimers timers(boolean wheel) {
        return wheel ? new FloorWheel() : new FloorHeap(100);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timersRingInTheirOrderAndACancelledOneLeaves(boolean wheel) {
        FloorTimers timers = timers(wheel);
        FloorPool<FloorSleep> sleeps =
                new FloorPool<>("sleep", 100, (own, index) -> new FloorSleep(own, index, timers));
        FloorExecutor other = new FloorExecutor(sleeps).with(timers);
        FloorHandle[] handles = new FloorHandle[100];
        Random random = new Random(1);
        for (int i = 0; i < handles.length; i++) {
            handles[i] = new FloorHandle();
            other.submit(sleeps.claim().set(random.nextInt(1, 20)), handles[i]);
        }
        other.run();
        handles[7].abort();
        other.run();
        assertEquals(99, other.live());
        other.runTimers();
        assertEquals(List.of(0, 19L), List.of(other.live(), timers.now()));
    }

    @ParameterizedTest
    @CsvSource({"false, 20", "false, 1000000000", "true, 20", "true, 5000", "true, 1000000000"})
    void sleepsEndInTheOrderOfTheirDeadlinesThoseOfOneInThatOfTheirBeginning(boolean wheel, long bound) {
        FloorTimers timers = timers(wheel);
        List<Integer> ends = new ArrayList<>();
        FloorPool<FloorSleep> sleeps =
                new FloorPool<>("sleep", 100, (own, index) -> new FloorSleep(own, index, timers) {
                    @Override
                    protected boolean poll(FloorExecutor cx) {
                        boolean ended = super.poll(cx);
                        if (ended) {
                            ends.add(index);
                        }
                        return ended;
                    }
                });
        FloorExecutor other = new FloorExecutor(sleeps).with(timers);
        long[] nanos = new Random(2).longs(100, 1, bound).toArray();
        for (long sleep : nanos) {
            other.spawn(sleeps.claim().set(sleep));
        }
        other.runTimers();
        List<Integer> expected = IntStream.range(0, nanos.length)
                .boxed()
                .sorted(Comparator.comparingLong(index -> nanos[index]))
                .toList();
        assertEquals(expected, ends);
    }

    @Test
    void framesAreShownAndEndWithTheirTask() {
        FloorPool<FloorNested> nested = new FloorPool<>("nested", 1, FloorNested::new);
        FloorExecutor other = new FloorExecutor(nested, pool);
        FloorHandle handle = new FloorHandle();
        FloorNested task = nested.claim().set(2);
        other.submit(task, handle);
        other.spawn(claim((self, cx) -> {
            events.add(other.dump());
            handle.abort();
            return true;
        }));
        other.run();
        assertEquals(List.of("nested[0] at 1" + ", 1".repeat(10) + "\nscripted[0] at 0\n"), events);
        assertEquals(List.of("-3", 0), List.of(task.awaited().position(), other.live()));
        assertThrows(IllegalStateException.class, () -> task.awaited().poll(other));
    }

    @Test
    void anExceptionEndsEachFrameThatItLeaves() {
        FloorNested.Awaited frame =
                new FloorPool<>("nested", 1, FloorNested::new).claim().set(1).awaited();
        assertThrows(NullPointerException.class, () -> frame.poll(null));
        assertEquals("-2", frame.position());
        assertThrows(IllegalStateException.class, () -> frame.poll(executor));
    }

    @Test
    void yieldsAreAsMany() {
        FloorPool<?>[] pools = FloorYields.pools(1);
        FloorExecutor other = new FloorExecutor(pools);
        for (int kind = 0; kind < 4; kind++) {
            FloorTask task = FloorYields.claim(pools, kind, 10);
            other.spawn(task);
            other.run();
            assertEquals(List.of(11L, 11L, 0L), List.of(task.polls(), task.wakes(), task.spuriousPolls()));
        }
    }
}
