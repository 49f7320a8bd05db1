// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.sync.Semaphore.Permits;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SemaphoreTest {
    private final Events events = new Events();

    static Stream<IntFunction<Semaphore>> forms() {
        return Stream.of(Semaphore::of, Semaphore::local);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Polls; says how many permits it has. */
    private void poll(String name, Future<Permits> acquire) {
        poll(name, acquire, Context.of(events.waker(name)));
    }

    private void poll(String name, Future<Permits> acquire, Context cx) {
        events.say(name
                + (acquire.poll(cx) == Poll.PENDING
                        ? " pending"
                        : " has " + acquire.get().count()));
    }

    private Permits acquired(Future<Permits> acquire) {
        assertEquals(Poll.READY, acquire.poll(Context.of(events.waker("acquired"))));
        return acquire.take();
    }

    /** Embassy semaphore: try_acquire, release, set; Tokio sync_semaphore: try_acquire, add_permits. */
    @ParameterizedTest
    @MethodSource("forms")
    void permitsAreTakenAndReleased(IntFunction<Semaphore> form) {
        Semaphore semaphore = form.apply(3);
        assertTrue(semaphore.tryAcquire(1));
        assertEquals(2, semaphore.available());
        assertFalse(semaphore.tryAcquire(3));
        assertTrue(semaphore.tryAcquire(2));
        assertFalse(semaphore.tryAcquire(1));
        assertTrue(semaphore.tryAcquire(0));
        semaphore.release(3);
        assertEquals(3, semaphore.available());
        assertTrue(semaphore.tryAcquire());
        assertEquals(2, semaphore.available());
        semaphore.release();
        assertEquals(3, semaphore.available());
        semaphore.set(5);
        assertEquals(5, semaphore.available());
    }

    /** Embassy semaphore: acquire, try_acquire_all, acquire_all. */
    @Test
    void allPermitsThatAreThereAreTaken() {
        Semaphore semaphore = Semaphore.of(5);
        assertEquals(-1, semaphore.tryAcquireAll(6));
        assertEquals(5, semaphore.tryAcquireAll(2));
        Future<Permits> all = semaphore.acquireAll(2);
        poll("all", all);
        semaphore.release(1);
        semaphore.release(3);
        poll("all", all);
        all.get().close();
        assertEquals(4, semaphore.available());
        events.expect("all pending", "all woken", "all has 4");
    }

    /** Embassy semaphore: disarm; Tokio sync_semaphore: forget. */
    // Tokio: sync_semaphore: forget, forget_open
    @Test
    void forgottenPermitsDoNotComeBack() {
        Semaphore semaphore = Semaphore.of(3);
        Permits permits = acquired(semaphore.acquire(2));
        permits.forget();
        permits.close();
        assertEquals(1, semaphore.available());
        assertEquals(0, permits.count());
    }

    @Test
    void closingTwiceGivesBackOnce() {
        Semaphore semaphore = Semaphore.of(3);
        Permits permits = acquired(semaphore.acquire(2));
        permits.close();
        permits.close();
        assertEquals(3, semaphore.available());
    }

    /** Embassy semaphore: contested, fairness; Tokio: strictly first in, first out. */
    @Test
    void smallOnesWaitBehindABigOne() {
        Semaphore semaphore = Semaphore.of(2);
        Permits held = acquired(semaphore.acquire(2));
        Future<Permits> big = semaphore.acquire(2);
        Future<Permits> small = semaphore.acquire();
        poll("big", big);
        poll("small", small);
        semaphore.release(1);
        assertFalse(semaphore.tryAcquire(1), "nobody passes who waits");
        held.close();
        poll("small", small);
        poll("big", big);
        events.expect("big pending", "small pending", "big woken", "small woken", "small has 1", "big has 2");
    }

    /** Embassy D3: the head of the line goes, and the next one gets what is free. */
    @Test
    void theNextInLineIsLookedAtWhenTheFirstIsCancelled() {
        Semaphore semaphore = Semaphore.of(1);
        Future<Permits> big = semaphore.acquire(2);
        Future<Permits> small = semaphore.acquire(1);
        poll("big", big);
        poll("small", small);
        big.cancel();
        poll("small", small);
        events.expect("big pending", "small pending", "small woken", "small has 1");
    }

    /** Embassy D3: the head was woken already. */
    @Test
    void aCancelledGrantGoesToTheNext() {
        Semaphore semaphore = Semaphore.of(0);
        Future<Permits> first = semaphore.acquire(3);
        Future<Permits> second = semaphore.acquire(2);
        Future<Permits> third = semaphore.acquire(1);
        poll("first", first);
        poll("second", second);
        poll("third", third);
        semaphore.release(3);
        events.expect("first pending", "second pending", "third pending", "first woken");
        first.cancel();
        poll("second", second);
        poll("third", third);
        events.expect("second woken", "third woken", "second has 2", "third has 1");
        assertEquals(0, semaphore.available());
    }

    /** pw_async2 D2: what one was woken for is not taken by another. */
    @Test
    void nobodyTakesWhatAnotherWasGranted() {
        Semaphore semaphore = Semaphore.of(0);
        Future<Permits> waiting = semaphore.acquire();
        poll("waiting", waiting);
        semaphore.release(1);
        assertFalse(semaphore.tryAcquire(1));
        poll("late", semaphore.acquire());
        poll("waiting", waiting);
        events.expect("waiting pending", "waiting woken", "late pending", "waiting has 1");
    }

    /** Tokio sync_semaphore: close_semaphore, forget_closed. */
    @Test
    void afterCloseWhoeverWaitsOrComesFails() {
        Semaphore semaphore = Semaphore.of(1).named("slots");
        Permits held = acquired(semaphore.acquire());
        Future<Permits> waiting = semaphore.acquire();
        poll("waiting", waiting);
        assertFalse(semaphore.isClosed());
        semaphore.close();
        assertTrue(semaphore.isClosed());
        assertThrows(SemaphoreClosedException.class, () -> poll("waiting", waiting));
        Future<Permits> late = semaphore.acquire(0);
        assertThrows(SemaphoreClosedException.class, () -> poll("late", late));
        assertFalse(semaphore.tryAcquire(0));
        held.close();
        assertEquals(1, semaphore.available());
        events.expect("waiting pending", "waiting woken");
    }

    /** Tokio sync_semaphore: add_more_than_max panics. */
    // Tokio: sync_semaphore: add_more_than_max_permits
    @Test
    void numbersAreChecked() {
        Semaphore semaphore = Semaphore.of(Integer.MAX_VALUE);
        assertThrows(IllegalArgumentException.class, () -> semaphore.release(1));
        assertThrows(IllegalArgumentException.class, () -> semaphore.release(-1));
        assertThrows(IllegalArgumentException.class, () -> semaphore.acquire(-1));
        assertThrows(IllegalArgumentException.class, () -> semaphore.acquireAll(-1));
        assertThrows(IllegalArgumentException.class, () -> semaphore.tryAcquire(-1));
        assertThrows(IllegalArgumentException.class, () -> semaphore.set(-1));
        assertThrows(IllegalArgumentException.class, () -> Semaphore.local(-1));
        assertEquals(Integer.MAX_VALUE, semaphore.available());
    }

    @Test
    void aSlotGivesAPermitForEachThatIsHeld() {
        Semaphore semaphore = Semaphore.of(3);
        Semaphore.Acquire slot = new Semaphore.Acquire();
        Permits one = acquired(semaphore.acquire$in(slot));
        Permits two = acquired(semaphore.acquire$in(2, slot));
        assertNotSame(one, two);
        one.close();
        assertSame(one, acquired(semaphore.acquire$in(slot)));
        assertEquals(2, two.count());
    }

    @Test
    void withoutBudgetItKeepsWhatItWasGranted() {
        Semaphore semaphore = Semaphore.of(0);
        Future<Permits> waiting = semaphore.acquire();
        poll("waiting", waiting);
        semaphore.release(1);
        poll("waiting", waiting, new Budget(events.waker("waiting"), 0));
        assertFalse(semaphore.tryAcquire(1));
        poll("waiting", waiting);
        events.expect("waiting pending", "waiting woken", "waiting woken", "waiting pending", "waiting has 1");
    }

    /** Random tasks: never more permits out than there are, all back at the end, in the order of the line. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noPermitIsLostOrDoubled(long seed) {
        Random random = new Random(seed);
        int total = 1 + random.nextInt(5);
        Semaphore semaphore = Semaphore.of(total);
        List<Future<Permits>> waiting = new ArrayList<>();
        List<Permits> held = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    waiting.add(semaphore.acquire(random.nextInt(total + 1)));
                    pollAll(waiting, held, random);
                }
                case 2 -> {
                    if (!waiting.isEmpty()) {
                        waiting.remove(random.nextInt(waiting.size())).cancel();
                    }
                }
                case 3 -> pollAll(waiting, held, random);
                default -> {
                    if (!held.isEmpty()) {
                        held.remove(random.nextInt(held.size())).close();
                    }
                }
            }
            int out = held.stream().mapToInt(Permits::count).sum();
            assertTrue(out + semaphore.available() <= total, "more permits than there are");
        }
        waiting.forEach(Future::cancel);
        held.forEach(Permits::close);
        assertEquals(total, semaphore.available());
    }

    /** Polls all in the order in which they came: behind one that must wait nobody has got anything. */
    private static void pollAll(List<Future<Permits>> waiting, List<Permits> held, Random random) {
        boolean mustWait = false;
        for (Future<Permits> future : List.copyOf(waiting)) {
            boolean rich = random.nextInt(4) != 0;
            if (future.poll(new Budget(() -> {}, rich ? 1 : 0)) == Poll.READY) {
                assertFalse(mustWait, "somebody was passed over");
                waiting.remove(future);
                held.add(future.take());
            } else {
                mustWait |= rich;
            }
        }
    }
}
