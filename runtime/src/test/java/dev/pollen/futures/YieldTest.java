// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Future;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import org.junit.jupiter.api.Test;

final class YieldTest {
    private final Events events = new Events();

    // Embassy: yield_now
    @Test
    void isPendingOnceAndWakesItsOwnTask() {
        Future<Void> yield = Futures.yieldNow();
        events.poll("yield", yield);
        events.poll("yield", yield);
        events.poll("yield", yield);
        yield.cancel();
        events.expect(
                "yield woken",
                "yield pending",
                "yield ready",
                "yield threw IllegalStateException: yieldNow() was polled after completion; it ends once, call the"
                        + " method again");
    }

    @Test
    void isCancelledAtEveryPoint() {
        Future<Void> placed = Futures.yieldNow();
        placed.cancel();
        events.poll("placed", placed);
        Future<Void> waiting = Futures.yieldNow();
        events.poll("waiting", waiting);
        waiting.cancel();
        events.poll("waiting", waiting);
        events.expect(
                "placed threw IllegalStateException: yieldNow() was polled after cancel; call the method again",
                "waiting woken",
                "waiting pending",
                "waiting threw IllegalStateException: yieldNow() was polled after cancel; call the method again");
    }

    @Test
    void withoutBudgetItYieldsAgain() {
        Future<Void> yield = Futures.yieldNow();
        events.poll("yield", yield);
        events.poll("yield", yield, new Budget(events.waker("yield"), 0));
        events.poll("yield", yield);
        events.expect("yield woken", "yield pending", "yield woken", "yield pending", "yield ready");
    }

    @Test
    void aSlotIsUsedAgain() {
        Yield slot = new Yield();
        assertSame(slot, Futures.yieldNow$in(slot));
        assertThrows(IllegalStateException.class, slot::get);
        events.poll("slot", slot);
        events.poll("slot", slot);
        events.poll("slot", Futures.yieldNow$in(slot));
        events.expect("slot woken", "slot pending", "slot ready", "slot woken", "slot pending");
    }
}
