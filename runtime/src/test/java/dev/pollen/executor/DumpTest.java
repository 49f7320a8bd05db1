// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Retry;
import dev.pollen.sync.Channel;
import dev.pollen.sync.FutureCore;
import dev.pollen.sync.Mutex;
import dev.pollen.sync.Notification;
import dev.pollen.sync.Signal;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timeout;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a dump says of each kind of wait, and that misuse is refused by name. */
final class DumpTest {
    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();
    private final Executor executor = Executor.builder()
            .clock(clock)
            .uncaught((task, thrown) -> events.say(task + ": " + thrown.getMessage()))
            .build();

    @AfterEach
    void close() {
        executor.close();
    }

    private void spawn(String name, Supplier<Future<?>> await) {
        executor.spawner().spawn(TestTask.of(name, n -> n == 0 ? await.get() : null));
    }

    private String waits(Supplier<Future<?>> await) {
        Executor own = Executor.on(clock);
        own.spawner().spawn(TestTask.of("task", n -> n == 0 ? await.get() : null));
        own.runUntilStalled();
        String dump = own.dump();
        own.close();
        String first = "task[0]: suspended at demo.task(Demo.java:1); polls 1, wakes 1, spurious 0\n";
        assertTrue(dump.startsWith(first), dump);
        return dump.substring(first.length()).strip();
    }

    private static Future<?> timeout(Future<?> f) {
        try {
            return Timeout.after(f, 9);
        } catch (dev.pollen.time.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    // pw_async2: FutureWaitReasonMustBeProvided
    @Test
    void eachFutureSaysWhatItWaitsFor() {
        Channel<String> samples = Channel.<String>of(1).named("samples");
        assertEquals("waits for Channel \"samples\" empty", waits(samples::receive));
        samples.trySend("x");
        assertEquals("waits for Channel \"samples\" full", waits(() -> samples.send("y")));
        assertEquals("waits for Channel empty", waits(() -> Channel.of(1).receive()));
        assertEquals(
                "waits for Signal \"stop\" without a value",
                waits(() -> Signal.of().named("stop").take()));
        assertEquals(
                "waits for Notification \"go\" not notified",
                waits(() -> Notification.of().named("go").notified()));
        Mutex<String> bus = Mutex.of("bus").named("bus");
        executor.spawner().spawn(TestTask.of("holder", n -> n == 0 ? bus.lock() : new HandPolled()));
        executor.runUntilStalled();
        assertEquals("waits for Mutex \"bus\" held", waits(bus::lock));
        assertEquals("waits for Timer due in 230 ms", waits(() -> Timer.afterMillis(230)));
        assertEquals("waits for Timer due in 1500 us", waits(() -> Timer.afterMicros(1500)));
        assertEquals("waits for Timer due in 298 ms", waits(() -> Timer.afterNanos(298_323_125)));
        assertEquals("waits for Timer due in 13 us", waits(() -> Timer.afterNanos(12_500)));
        assertEquals("waits for Timer due in 9999 ns", waits(() -> Timer.afterNanos(9_999)));
        assertEquals("waits for Timer that never comes", waits(() -> Timer.at(Long.MAX_VALUE)));
        assertEquals(
                "waits for Ticker due in 5 ms",
                waits(() -> Ticker.everyMillis(5).next()));
        assertEquals(
                "waits for Channel empty\n  waits for Timeout due in 9 ms",
                waits(() -> timeout(Channel.of(1).receive())));
        assertEquals(
                "waits for Timer due in 1 ms\n  waits for Timer due in 2 ms",
                waits(() -> select(Timer.afterMillis(1), Timer.afterMillis(2))));
        assertEquals("waits for Timer due in 2 ms", waits(() -> join(Future.ready(1), Timer.afterMillis(2))));
        assertEquals("waits for dev.pollen.testing.HandPolled", waits(() -> borrow(new HandPolled())));
        assertEquals(
                "waits for Timer due in 1 ms\n  waits for Timer due in 2 ms\n  waits for Timer due in 3 ms\n"
                        + "  waits for Timer due in 4 ms",
                waits(() -> Futures.selectAll(
                        Timer.afterMillis(1), Timer.afterMillis(2), Timer.afterMillis(3), Timer.afterMillis(4))));
        assertEquals(
                "waits for Timer due in 2 ms",
                waits(() -> Futures.tryJoin(Futures.join(new Future<?>[] {Future.ready(1), Timer.afterMillis(2)}))));
        assertEquals("waits for nothing: pending() is never ready", waits(Futures::pending));
        assertEquals("waits for the function of pollFn(function)", waits(() -> Futures.pollFn(DumpTest::never)));
        assertEquals("waits for Timer due in 2 ms", waits(() -> Futures.map(Timer.afterMillis(2), v -> v)));
        assertEquals(
                "waits for Timer due in 3 ms", waits(() -> Futures.then(Future.ready(1), v -> Timer.afterMillis(3))));
        Retry policy = Retry.attempts(2).backoffMillis(7);
        assertEquals("waits for Timer due in 7 ms", waits(() -> Futures.retry(policy, DumpTest::fails)));
        assertEquals("waits for Timer due in 7 ms", waits(() -> policy.backoff().rest()));
        FutureCore<String> key = FutureCore.of("a key press");
        assertEquals("waits for a key press", waits(() -> new Described(key)));
    }

    private static Poll never(Context cx) {
        cx.waker();
        return Poll.PENDING;
    }

    private static Future<String> fails() {
        throw new IllegalArgumentException("always");
    }

    /** A hand-written future around a cell. */
    private static final class Described implements Future<String>, Describable {
        private final FutureCore<String> core;

        Described(FutureCore<String> core) {
            this.core = core;
        }

        @Override
        public Poll poll(Context cx) {
            return core.poll(cx);
        }

        @Override
        public String get() {
            return core.get();
        }

        @Override
        public void cancel() {
            core.cancel();
        }

        @Override
        public void describeWait(WaitDescription to) {
            core.describeWait(to);
        }
    }

    @Test
    void aReadyTaskSaysSo() {
        spawn("yields", () -> yieldNow());
        executor.step();
        assertEquals(
                "yields[0]: ready, suspended at demo.yields(Demo.java:1); polls 1, wakes 2, spurious 0\n"
                        + "  waits for its turn\n",
                executor.dump());
    }

    @Test
    void aTaskThatAwaitsAnotherNamesIt() {
        JoinHandle<Object> handle = executor.spawner().submit(TestTask.of("worker", n -> new HandPolled()));
        spawn("boss", () -> handle);
        executor.runUntilStalled();
        assertTrue(executor.dump().contains("boss[0]: suspended at demo.boss(Demo.java:1);"), executor.dump());
        assertTrue(executor.dump().endsWith("  waits for the end of task worker\n"), executor.dump());
    }

    @Test
    void anotherThreadSeesTheSameWhileTheExecutorSleepsOrIsHeld() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Executor real = Executor.builder().build();
        Channel<String> orders = Channel.<String>of(1).named("orders");
        String[] dumps = new String[1];
        Threads.run(
                () -> real.run(spawner -> {
                    spawner.spawn(TestTask.of("waits", n -> n == 0 ? orders.receive() : null));
                    spawner.spawn(TestTask.of("hog", n -> {
                        held.countDown();
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        return null;
                    }));
                }),
                () -> {
                    held.await();
                    dumps[0] = real.dump();
                    release.countDown();
                    orders.trySend("done");
                });
        assertEquals(
                "waits[0]: suspended at demo.waits(Demo.java:1); polls 1, wakes 1, spurious 0\n"
                        + "  waits for Channel \"orders\" empty\n"
                        + "hog[0]: running, last demo.hog, not started; polls 1, wakes 1, spurious 0\n",
                dumps[0]);
        real.close();
    }

    @Test
    void claimsInsideANestedExecutorAreThoseOfTheInnerOne() {
        TaskPool<TestTask> pool = TestTask.pool("forgotten", 1);
        Executor inner = Executor.builder().name("inner").build();
        executor.spawner().spawn(TestTask.claim(pool, n -> null));
        executor.runUntilStalled();
        spawn("outer", () -> {
            // The slot was last spawned on the outer executor, on whose thread the inner one runs.
            inner.spawner().spawn(TestTask.of("claims", n -> {
                TestTask.claim(pool, m -> null);
                return null;
            }));
            inner.runUntilStalled();
            return null;
        });
        executor.runUntilStalled();
        assertEquals("", executor.dump());
        assertEquals("forgotten: claimed, never spawned\n", inner.dump());
        executor.close();
        assertNull(pool.claim());
        inner.close();
        assertNotNull(pool.claim());
    }

    @Test
    void claimsAfterANestedExecutorAreThoseOfTheOuterOne() {
        TaskPool<TestTask> pool = TestTask.pool("forgotten", 1);
        Executor inner = Executor.builder().name("inner").build();
        executor.spawner().spawn(TestTask.claim(pool, n -> null));
        executor.runUntilStalled();
        spawn("outer", () -> {
            inner.runUntilStalled();
            TestTask.claim(pool, n -> null);
            return null;
        });
        executor.runUntilStalled();
        inner.close();
        assertNull(pool.claim());
        assertEquals("forgotten: claimed, never spawned\n", executor.dump());
        executor.close();
        assertNotNull(pool.claim());
    }

    @Test
    void claimsThatWereNeverSpawnedAreShownAndTakenBackWhenTheExecutorIsClosed() {
        TaskPool<TestTask> pool = TestTask.pool("forgotten", 1);
        TestTask[] claim = new TestTask[1];
        spawn("claims", () -> {
            claim[0] = TestTask.claim(pool, n -> null);
            return new HandPolled();
        });
        executor.runUntilStalled();
        assertTrue(executor.dump().endsWith("forgotten: claimed, never spawned\n"), executor.dump());
        executor.close();
        assertEquals("free", pool.record(0).where());
        try (Executor other = Executor.on(clock)) {
            assertThrows(SpawnException.class, () -> other.spawner().spawn(claim[0]));
            // The slot is free again, once.
            other.spawner().spawn(TestTask.claim(pool, n -> null));
            other.runUntilStalled();
        }
    }

    // pw_async2: a waker of another task in the slot (F3); DESIGN 2.5: a future is used by one task at a time
    @Test
    void aFutureInTwoTasksIsRefused() {
        Channel<String> channel = Channel.local(1);
        Future<String> shared = channel.receive();
        Timer timer = Timer.afterMillis(5);
        spawn("first", () -> shared);
        spawn("second", () -> select(shared, Timer.afterMillis(1)));
        spawn("third", () -> timer);
        spawn("fourth", () -> timer);
        executor.runUntilStalled();
        events.expect(
                "second: Channel.receive() is awaited by task first and was polled by task second: a future is used by one"
                        + " task at a time; let each task call the method for a future of its own",
                "fourth: a timer is awaited by task third and was polled by task fourth: a future is used by one task at a"
                        + " time; let each task call the method for a future of its own");
    }

    @Test
    void aFutureThatWasLentAndGivenBackMayGoToAnotherTask() {
        Channel<String> channel = Channel.local(1);
        Future<String> lent = channel.receive();
        executor.spawner()
                .spawn(TestTask.of(
                        "lender",
                        n -> n == 0
                                ? select(borrow(lent), Timer.afterMillis(1))
                                : n == 1 ? Timer.afterMillis(9) : null));
        clock.advance(0);
        executor.runUntilStalled();
        clock.advanceMillis(1);
        executor.runUntilStalled();
        executor.spawner().spawn(TestTask.of("taker", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return n == 0 ? lent : null;
            }

            @Override
            public void took(int n, Object value) {
                events.say("took " + value);
            }
        }));
        executor.runUntilStalled();
        channel.trySend("it");
        executor.runUntilStalled();
        events.expect("took it");
    }
}
