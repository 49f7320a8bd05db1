// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Future;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SignalTest {
    private final Events events = new Events();

    static Stream<Supplier<Signal<String>>> forms() {
        return Stream.of(Signal::of, Signal::local);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theLatestValueWins(Supplier<Signal<String>> form) {
        Signal<String> signal = form.get();
        assertNull(signal.tryTake());
        signal.signal("a");
        signal.signal("b");
        events.poll("take", signal.take());
        assertNull(signal.tryTake());
        signal.signal("c");
        assertEquals("c", signal.tryTake());
        assertNull(signal.tryTake());
        events.expect("take ready b");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takersWaitInTheOrderOfTheirFirstPolls(Supplier<Signal<String>> form) {
        Signal<String> signal = form.get();
        Future<String> t1 = signal.take();
        Future<String> t2 = signal.take();
        events.poll("t1", t1);
        events.poll("t2", t2);
        events.poll("t1", t1);
        signal.signal("a");
        events.poll("t2", t2);
        events.poll("t1", t1);
        signal.signal("b");
        events.poll("t2", t2);
        events.expect(
                "t1 pending",
                "t2 pending",
                "t1 pending",
                "t1 woken",
                "t2 pending",
                "t1 ready a",
                "t2 woken",
                "t2 ready b");
    }

    // pw_async2: FutureCore.Pend
    @Test
    void aTakerThatWasWokenGetsTheReplacement() {
        Signal<String> signal = Signal.of();
        Future<String> t1 = signal.take();
        Future<String> t2 = signal.take();
        events.poll("t1", t1);
        events.poll("t2", t2);
        signal.signal("a");
        signal.signal("b");
        events.poll("t1", t1);
        events.poll("t2", t2);
        events.expect("t1 pending", "t2 pending", "t1 woken", "t1 ready b", "t2 pending");
    }

    @Test
    void nobodyOvertakesATakerThatWasWoken() {
        Signal<String> signal = Signal.of();
        Future<String> woken = signal.take();
        Future<String> late = signal.take();
        events.poll("woken", woken);
        signal.signal("a");
        assertNull(signal.tryTake());
        events.poll("late", late);
        events.poll("woken", woken);
        signal.signal("b");
        events.expect("woken pending", "woken woken", "late pending", "woken ready a", "late woken");
    }

    @Test
    void theNewestWakerIsTheOneThatIsWoken() {
        Signal<String> signal = Signal.of();
        Future<String> take = signal.take();
        events.poll("task 1", take);
        events.poll("task 2", take);
        signal.signal("a");
        events.expect("task 1 pending", "task 2 pending", "task 2 woken");
    }

    @Test
    void cancelledBeforeItsFirstPoll() {
        Signal<String> signal = Signal.of();
        Future<String> take = signal.take();
        take.cancel();
        take.cancel();
        signal.signal("a");
        events.poll("take", take);
        assertEquals("a", signal.tryTake());
        events.expect("take threw IllegalStateException: Signal.take() was polled after cancel; call the method again");
    }

    @Test
    void aWaitingTakerLeavesTheLine() {
        Signal<String> signal = Signal.of();
        Future<String> t1 = signal.take();
        Future<String> t2 = signal.take();
        Future<String> t3 = signal.take();
        events.poll("t1", t1);
        events.poll("t2", t2);
        events.poll("t3", t3);
        t2.cancel();
        t1.cancel();
        signal.signal("a");
        events.poll("t3", t3);
        events.expect("t1 pending", "t2 pending", "t3 pending", "t3 woken", "t3 ready a");
    }

    @Test
    void aWokenTakerGivesTheValueToTheNext() {
        Signal<String> signal = Signal.of();
        Future<String> t1 = signal.take();
        Future<String> t2 = signal.take();
        events.poll("t1", t1);
        events.poll("t2", t2);
        signal.signal("a");
        t1.cancel();
        assertNull(signal.tryTake());
        events.poll("t2", t2);
        events.expect("t1 pending", "t2 pending", "t1 woken", "t2 woken", "t2 ready a");
    }

    @Test
    void aWokenTakerWithNobodyBehindItLeavesTheValue() {
        Signal<String> signal = Signal.of();
        Future<String> take = signal.take();
        events.poll("take", take);
        signal.signal("a");
        take.cancel();
        assertEquals("a", signal.tryTake());
        events.expect("take pending", "take woken");
    }

    @Test
    void cancelAfterCompletionDoesNothing() {
        Signal<String> signal = Signal.of();
        signal.signal("a");
        Future<String> take = signal.take();
        events.poll("take", take);
        take.cancel();
        assertEquals("a", take.get());
        assertNull(signal.tryTake());
        events.expect("take ready a");
    }

    @Test
    void withoutBudgetTheValueStaysItsOwn() {
        Signal<String> signal = Signal.of();
        signal.signal("a");
        Future<String> take = signal.take();
        events.poll("take", take, new Budget(events.waker("take"), 0));
        assertNull(signal.tryTake());
        events.poll("take", take);
        events.expect("take woken", "take pending", "take ready a");

        signal.signal("b");
        Future<String> cancelled = signal.take();
        events.poll("cancelled", cancelled, new Budget(events.waker("cancelled"), 0));
        cancelled.cancel();
        assertEquals("b", signal.tryTake());
        events.expect("cancelled woken", "cancelled pending");
    }

    @Test
    void aWakerMayUseTheSignalAtOnce() {
        Signal<String> signal = Signal.of();
        Future<String> take = signal.take();
        events.poll("take", take, new Budget(() -> events.poll("take", take), 1));
        signal.signal("a");
        events.expect("take pending", "take ready a");
    }

    @Test
    void misuseIsRefused() {
        Signal<String> signal = Signal.of();
        assertEquals(
                "a signal carries no null; for an event without a value use Notification",
                assertThrows(NullPointerException.class, () -> signal.signal(null))
                        .getMessage());
        signal.signal("a");
        Future<String> take = signal.take();
        assertEquals(
                "the value of Signal.take() was read before poll returned READY",
                assertThrows(IllegalStateException.class, take::get).getMessage());
        events.poll("take", take);
        events.poll("take", take);
        events.poll("empty", new Signal.Take<>());
        events.expect(
                "take ready a",
                "take threw IllegalStateException: Signal.take() was polled after completion; it ends once, call the"
                        + " method again",
                "empty threw IllegalStateException: Signal.take() was polled before it was placed in its slot");
    }

    @Test
    void aSlotIsUsedAgain() {
        Signal<String> signal = Signal.of();
        Signal.Take<String> slot = new Signal.Take<>();
        signal.signal("a");
        assertSame(slot, signal.take$in(slot));
        events.poll("slot", slot);
        assertEquals("a", slot.take());
        assertThrows(IllegalStateException.class, slot::get);
        events.poll("slot", signal.take$in(slot));
        assertThrows(IllegalStateException.class, () -> signal.take$in(slot));
        slot.cancel();
        events.poll("slot", signal.take$in(slot));
        signal.signal("b");
        events.poll("slot", slot);
        events.expect("slot ready a", "slot pending", "slot pending", "slot woken", "slot ready b");
    }
}
