// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import org.junit.jupiter.api.Test;

final class BorrowTest {
    private final Events events = new Events();
    private final Manual<String> lent = new Manual<>("lent", events);

    @Test
    void losingLeavesItAsItIsForTheNextRound() {
        for (int round = 1; round <= 2; round++) {
            Manual<String> other = new Manual<>("other", events);
            var select = Futures.select(other, Futures.borrow(lent));
            events.poll("select", select);
            other.complete("value");
            events.poll("select", select);
        }
        lent.complete("at last");
        var select = Futures.select(new Manual<>("other", events), Futures.borrow(lent));
        events.poll("select", select);
        assertSame(lent, select.second().get());
        assertEquals("at last", select.second().get().get());
        events.expect(
                "other polled",
                "lent polled",
                "select pending",
                "select woken",
                "other polled",
                "select ready",
                "other polled",
                "lent polled",
                "select pending",
                "select woken",
                "other polled",
                "select ready",
                // It stayed registered: the wake of a future that nobody polls is a spurious one.
                "select woken",
                "other polled",
                "lent polled",
                "other cancelled",
                "select ready");
    }

    @Test
    void cancelAndExceptionEndTheLoanOnly() {
        Borrowed<Manual<String>> borrowed = Futures.borrow(lent);
        borrowed.cancel();
        events.poll("borrowed", borrowed);
        Borrowed<Manual<String>> again = Futures.borrow(lent);
        events.poll("again", again);
        again.cancel();
        lent.fail(new IllegalArgumentException("broken"));
        Borrowed<Manual<String>> failing = Futures.borrow(lent);
        events.poll("failing", failing);
        events.poll("failing", failing);
        events.expect(
                "borrowed threw IllegalStateException: borrow(f) was polled after cancel; call the method again",
                "lent polled",
                "again pending",
                "again woken",
                "lent polled",
                "failing threw IllegalArgumentException: broken",
                "failing threw IllegalStateException: borrow(f) was polled after an exception; it ends once, call the"
                        + " method again");
    }

    @Test
    void aSlotIsUsedAgain() {
        Borrowed<Manual<String>> slot = new Borrowed<>();
        assertSame(slot, Futures.borrow$in(lent, slot));
        assertThrows(IllegalStateException.class, slot::get);
        lent.complete("value");
        events.poll("slot", slot);
        assertSame(lent, slot.take());
        assertThrows(IllegalStateException.class, slot::get);
        events.poll("slot", slot);
        events.poll("slot", Futures.borrow$in(new Manual<>("other", events), slot));
        events.expect(
                "lent polled",
                "slot ready lent",
                "slot threw IllegalStateException: borrow(f) was polled after completion; it ends once, call the method"
                        + " again",
                "other polled",
                "slot pending");
        assertThrows(NullPointerException.class, () -> Futures.borrow(null));
    }
}
