// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.sync.Mutex.Guard;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MutexTest {
    private final Events events = new Events();

    static Stream<Function<String, Mutex<String>>> forms() {
        return Stream.of(Mutex::of, Mutex::local);
    }

    /** Polls; says what the guard gives. */
    private void poll(String name, Future<Guard<String>> lock, Context cx) {
        try {
            events.say(name
                    + (lock.poll(cx) == Poll.PENDING
                            ? " pending"
                            : " locked " + lock.get().get()));
        } catch (IllegalStateException thrown) {
            events.say(name + " threw " + Events.text(thrown));
        }
    }

    private void poll(String name, Future<Guard<String>> lock) {
        poll(name, lock, Context.of(events.waker(name)));
    }

    private Guard<String> locked(Mutex<String> mutex) {
        Future<Guard<String>> lock = mutex.lock();
        assertEquals(Poll.READY, lock.poll(Context.of(events.waker("holder"))));
        return lock.get();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void oneHoldsItAndTheNextInLineGetsIt(Function<String, Mutex<String>> form) {
        Mutex<String> mutex = form.apply("bus");
        Future<Guard<String>> l1 = mutex.lock();
        Future<Guard<String>> l2 = mutex.lock();
        Future<Guard<String>> l3 = mutex.lock();
        poll("l1", l1);
        poll("l2", l2);
        poll("l3", l3);
        poll("l2", l2);
        l1.get().close();
        poll("l3", l3);
        poll("l2", l2);
        l2.get().close();
        poll("l3", l3);
        l3.get().close();
        poll("l4", mutex.lock());
        events.expect(
                "l1 locked bus",
                "l2 pending",
                "l3 pending",
                "l2 pending",
                "l2 woken",
                "l3 pending",
                "l2 locked bus",
                "l3 woken",
                "l3 locked bus",
                "l4 locked bus");
    }

    @Test
    void nobodyOvertakesOneThatWasWoken() {
        Mutex<String> mutex = Mutex.of("bus");
        Guard<String> guard = locked(mutex);
        Future<Guard<String>> woken = mutex.lock();
        poll("woken", woken);
        guard.close();
        poll("late", mutex.lock());
        poll("woken", woken);
        events.expect("woken pending", "woken woken", "late pending", "woken locked bus");
    }

    @Test
    void closingAGuardTwiceDoesNothing() {
        Mutex<String> mutex = Mutex.of("bus");
        Guard<String> first = locked(mutex);
        first.close();
        Guard<String> second = locked(mutex);
        first.close();
        Future<Guard<String>> waiting = mutex.lock();
        poll("waiting", waiting);
        assertEquals("bus", second.get());
        assertEquals(
                "the guard of a Mutex was used after it was closed; lock the mutex again",
                assertThrows(IllegalStateException.class, first::get).getMessage());
        events.expect("waiting pending");
    }

    @Test
    void theNewestWakerIsTheOneThatIsWoken() {
        Mutex<String> mutex = Mutex.of("bus");
        Guard<String> guard = locked(mutex);
        Future<Guard<String>> lock = mutex.lock();
        poll("task 1", lock);
        poll("task 2", lock);
        guard.close();
        events.expect("task 1 pending", "task 2 pending", "task 2 woken");
    }

    @Test
    void cancelledBeforeItsFirstPollItHoldsNothing() {
        Mutex<String> mutex = Mutex.of("bus");
        Future<Guard<String>> lock = mutex.lock();
        lock.cancel();
        poll("lock", lock);
        poll("next", mutex.lock());
        events.expect(
                "lock threw IllegalStateException: Mutex.lock() was polled after cancel; call the method again",
                "next locked bus");
    }

    // Tokio: sync_mutex: aborted_future_1, aborted_future_2
    @Test
    void aWaiterLeavesTheLine() {
        Mutex<String> mutex = Mutex.of("bus");
        Guard<String> guard = locked(mutex);
        Future<Guard<String>> l1 = mutex.lock();
        Future<Guard<String>> l2 = mutex.lock();
        Future<Guard<String>> l3 = mutex.lock();
        poll("l1", l1);
        poll("l2", l2);
        poll("l3", l3);
        l2.cancel();
        l1.cancel();
        guard.close();
        poll("l3", l3);
        events.expect("l1 pending", "l2 pending", "l3 pending", "l3 woken", "l3 locked bus");
    }

    @Test
    void aWokenWaiterPassesTheLockOn() {
        Mutex<String> mutex = Mutex.of("bus");
        Guard<String> guard = locked(mutex);
        Future<Guard<String>> l1 = mutex.lock();
        Future<Guard<String>> l2 = mutex.lock();
        poll("l1", l1);
        poll("l2", l2);
        guard.close();
        l1.cancel();
        l2.cancel();
        poll("l3", mutex.lock());
        events.expect("l1 pending", "l2 pending", "l1 woken", "l2 woken", "l3 locked bus");
    }

    @Test
    void cancelAfterCompletionDoesNotUnlock() {
        Mutex<String> mutex = Mutex.of("bus");
        Future<Guard<String>> lock = mutex.lock();
        poll("lock", lock);
        lock.cancel();
        poll("next", mutex.lock());
        lock.get().close();
        events.expect("lock locked bus", "next pending", "next woken");
    }

    @Test
    void withoutBudgetItKeepsTheLock() {
        Mutex<String> mutex = Mutex.of("bus");
        Future<Guard<String>> l1 = mutex.lock();
        Future<Guard<String>> l2 = mutex.lock();
        poll("l1", l1, new Budget(events.waker("l1"), 0));
        poll("l2", l2);
        poll("l1", l1, new Budget(events.waker("l1"), 0));
        l1.cancel();
        poll("l2", l2);
        events.expect("l1 woken", "l1 pending", "l2 pending", "l1 woken", "l1 pending", "l2 woken", "l2 locked bus");
    }

    @Test
    void aWakerMayUseTheMutexAtOnce() {
        Mutex<String> mutex = Mutex.of("bus");
        Guard<String> guard = locked(mutex);
        Future<Guard<String>> lock = mutex.lock();
        poll("lock", lock, new Budget(() -> poll("lock", lock), 1));
        guard.close();
        events.expect("lock pending", "lock locked bus");
    }

    @Test
    void misuseIsRefused() {
        Mutex<String> mutex = Mutex.of("bus");
        Future<Guard<String>> lock = mutex.lock();
        assertThrows(IllegalStateException.class, lock::get);
        poll("lock", lock);
        poll("lock", lock);
        poll("empty", new Mutex.Lock<>());
        events.expect(
                "lock locked bus",
                "lock threw IllegalStateException: Mutex.lock() was polled after completion; it ends once, call the"
                        + " method again",
                "empty threw IllegalStateException: Mutex.lock() was polled before it was placed in its slot");
    }

    @Test
    void aSlotIsUsedAgainWhileItsGuardIsOpen() {
        Mutex<String> outer = Mutex.of("outer");
        Mutex<String> inner = Mutex.of("inner");
        Mutex.Lock<String> slot = new Mutex.Lock<>();
        assertSame(slot, outer.lock$in(slot));
        poll("slot", slot);
        Guard<String> a = slot.take();
        assertThrows(IllegalStateException.class, slot::get);
        poll("slot", inner.lock$in(slot));
        Guard<String> b = slot.take();
        assertNotSame(a, b);
        assertEquals("outer", a.get());
        assertEquals("inner", b.get());
        poll("slot", outer.lock$in(slot));
        assertThrows(IllegalStateException.class, () -> inner.lock$in(slot));
        slot.cancel();
        b.close();
        assertEquals("outer", a.get());
        poll("slot", inner.lock$in(slot));
        assertSame(b, slot.take());
        a.close();
        poll("slot", outer.lock$in(slot));
        assertSame(a, slot.take());
        events.expect(
                "slot locked outer", "slot locked inner", "slot pending", "slot locked inner", "slot locked outer");
    }

    @Test
    void itGuardsNullToo() {
        Mutex<String> mutex = Mutex.of(null);
        poll("lock", mutex.lock());
        events.expect("lock locked null");
    }

    /** Embassy mutex: try_lock; Tokio sync_mutex: try_lock. */
    @Test
    void tryingTakesTheLockIfItIsFree() {
        Mutex<String> mutex = Mutex.of("bus");
        Guard<String> guard = mutex.tryLock();
        assertEquals("bus", guard.get());
        assertNull(mutex.tryLock());
        Future<Guard<String>> waiting = mutex.lock();
        poll("waiting", waiting);
        guard.close();
        assertNull(mutex.tryLock(), "it was granted to the one that waits");
        guard.close();
        poll("waiting", waiting);
        waiting.get().close();
        assertNotSame(guard, mutex.tryLock());
        events.expect("waiting pending", "waiting woken", "waiting locked bus");
    }
}
