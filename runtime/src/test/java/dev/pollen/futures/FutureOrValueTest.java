// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import org.junit.jupiter.api.Test;

/** The scenarios of pw_async2's future_or_value test, by their names. */
final class FutureOrValueTest {
    private final Events events = new Events();
    private final Context cx = Context.of(events.waker("task"));
    private final Manual<Integer> a = new Manual<>("a", events);
    private final Manual<Integer> b = new Manual<>("b", events);

    @Test
    void DefaultConstructedIsEmpty() {
        FutureOrValue<Manual<Integer>> cell = FutureOrValue.empty();
        assertTrue(cell.isEmpty());
        assertFalse(cell.isWaiting());
        assertFalse(cell.isComplete());
        assertThrows(IllegalStateException.class, () -> cell.advance(cx));
        assertEquals(
                "get() of a FutureOrValue was called while it is empty",
                assertThrows(IllegalStateException.class, cell::get).getMessage());
    }

    @Test
    void HasFuture() {
        var cell = FutureOrValue.of(a);
        assertTrue(cell.isWaiting());
        assertFalse(cell.isEmpty());
        assertThrows(IllegalStateException.class, cell::get);
        assertThrows(NullPointerException.class, () -> cell.set(null));
    }

    @Test
    void AdvanceWithResolvedFuture() {
        a.complete(42);
        var cell = FutureOrValue.of(a);
        assertTrue(cell.advance(cx));
        assertTrue(cell.isComplete());
        assertSame(a, cell.get());
        assertEquals(42, cell.get().get());
    }

    @Test
    void AdvanceWithPendingFuture() {
        var cell = FutureOrValue.of(a);
        assertFalse(cell.advance(cx));
        a.complete(42);
        assertTrue(cell.advance(cx));
        events.expect("a polled", "task woken", "a polled");
    }

    @Test
    void AdvanceMultipleTimes() {
        a.complete(42);
        var cell = FutureOrValue.of(a);
        assertTrue(cell.advance(cx));
        assertTrue(cell.advance(cx));
        events.expect("a polled");
    }

    // pw_async2: TakeValue, Reset, VoidTakeAndReset; pw_async2: DestroysFutureOnResolution,
    // DestroysVoidFutureOnResolution
    @Test
    void TakeValue() {
        a.complete(42);
        var cell = FutureOrValue.of(a);
        cell.advance(cx);
        assertEquals(42, cell.take().take());
        assertTrue(cell.isEmpty());
    }

    @Test
    void Reset() {
        var cell = FutureOrValue.of(a);
        cell.advance(cx);
        cell.reset();
        cell.reset();
        assertTrue(cell.isEmpty());
        events.expect("a polled", "a cancelled");
    }

    @Test
    void ReassignmentCancelsPendingFuture() {
        var cell = FutureOrValue.of(a);
        cell.set(b);
        b.complete(1);
        assertTrue(cell.advance(cx));
        cell.set(new Manual<>("c", events));
        events.expect("a cancelled", "b polled");
    }

    @Test
    void anExceptionLeavesAndEmptiesTheCell() {
        a.fail(new IllegalArgumentException("broken"));
        var cell = FutureOrValue.of(a);
        assertThrows(IllegalArgumentException.class, () -> cell.advance(cx));
        assertTrue(cell.isEmpty());
    }

    /** StoredInCompositeFuture, MacroTryAdvance2. */
    // pw_async2: MacroTryAdvance1..9, MixedValueAndVoid
    @Test
    void StoredInCompositeFuture() {
        Sum sum = new Sum(a, b);
        events.poll("sum", sum);
        b.complete(2);
        events.poll("sum", sum);
        a.complete(40);
        events.poll("sum", sum);
        events.expect(
                "a polled",
                "b polled",
                "sum pending",
                "sum woken",
                "a polled",
                "b polled",
                "sum pending",
                "sum woken",
                "a polled",
                "sum ready 42");
        Sum cancelled = new Sum(new Manual<>("c", events), new Manual<>("d", events));
        events.poll("cancelled", cancelled);
        cancelled.cancel();
        events.expect("c polled", "d polled", "cancelled pending", "c cancelled", "d cancelled");
    }

    private static final class Sum implements Future.OfInt {
        private final FutureOrValue<Manual<Integer>> left;
        private final FutureOrValue<Manual<Integer>> right;

        Sum(Manual<Integer> left, Manual<Integer> right) {
            this.left = FutureOrValue.of(left);
            this.right = FutureOrValue.of(right);
        }

        @Override
        public Poll poll(Context cx) {
            return left.advance(cx) & right.advance(cx) ? Poll.READY : Poll.PENDING;
        }

        @Override
        public int getAsInt() {
            return left.get().get() + right.get().get();
        }

        @Override
        public void cancel() {
            left.reset();
            right.reset();
        }
    }
}
