// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Waker;
import dev.pollen.testing.Events;
import org.junit.jupiter.api.Test;

/** Embassy atomic_waker, all four; D11: whoever is replaced is woken. */
final class AtomicWakerTest {
    private final Events events = new Events();
    private final AtomicWaker waker = new AtomicWaker();

    // Embassy: atomic_waker: distinct_waker_wakes_the_evicted_one
    @Test
    void anotherWakerWakesTheOneThatItReplacesOnce() {
        waker.register(events.waker("a"));
        waker.register(events.waker("b"));
        events.expect("a woken");
        waker.wake();
        waker.wake();
        events.expect("b woken");
    }

    // Embassy: atomic_waker: same_waker, wake_after_register
    @Test
    void theSameWakerIsNotWokenByRegisteringAgain() {
        Waker a = events.waker("a");
        waker.register(a);
        waker.register(a);
        events.expect();
        assertTrue(waker.isRegistered());
        assertSame(a, waker.take());
        assertFalse(waker.isRegistered());
    }

    // Embassy: atomic_waker: wake_on_empty
    @Test
    void withoutAWakerAWakeDoesNothing() {
        waker.wake();
        assertNull(waker.take());
        events.expect();
    }
}
