// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NotificationTest {
    private final Events events = new Events();

    static Stream<Supplier<Notification>> forms() {
        return Stream.of(Notification::of, Notification::local);
    }

    // Tokio: notify_notified_one; Tokio: notify_multi_notified_one
    @ParameterizedTest
    @MethodSource("forms")
    void oneIsRememberedWhereNobodyWaits(Supplier<Notification> form) {
        Notification notification = form.get();
        notification.notifyOne();
        notification.notifyOne();
        events.poll("n1", notification.notified());
        events.poll("n2", notification.notified());
        events.expect("n1 ready", "n2 pending");
    }

    // pw_async2: WaitAndNotify; Tokio: notified_one_notify, notified_multi_notify
    @ParameterizedTest
    @MethodSource("forms")
    void waitersAreWokenInTheOrderOfTheirFirstPolls(Supplier<Notification> form) {
        Notification notification = form.get();
        Future<Void> n1 = notification.notified();
        Future<Void> n2 = notification.notified();
        events.poll("n1", n1);
        events.poll("n2", n2);
        events.poll("n1", n1);
        notification.notifyOne();
        events.poll("n2", n2);
        notification.notifyOne();
        events.poll("n1", n1);
        events.poll("n2", n2);
        events.expect(
                "n1 pending", "n2 pending", "n1 pending", "n1 woken", "n2 pending", "n2 woken", "n1 ready", "n2 ready");
    }

    // pw_async2: MultipleWaiters
    @ParameterizedTest
    @MethodSource("forms")
    void notifyAllWakesThoseThatWaitAndIsNotRemembered(Supplier<Notification> form) {
        Notification notification = form.get();
        notification.notifyAllWaiters();
        Future<Void> n1 = notification.notified();
        Future<Void> n2 = notification.notified();
        Future<Void> placed = notification.notified();
        events.poll("n1", n1);
        events.poll("n2", n2);
        notification.notifyAllWaiters();
        events.poll("placed", placed);
        events.poll("n1", n1);
        events.poll("n2", n2);
        events.expect("n1 pending", "n2 pending", "n1 woken", "n2 woken", "placed pending", "n1 ready", "n2 ready");
    }

    @Test
    void whoComesWhileAllAreWokenWaits() {
        Notification notification = Notification.of();
        Future<Void> n1 = notification.notified();
        Future<Void> n2 = notification.notified();
        Future<Void> again = notification.notified();
        events.poll(
                "n1",
                n1,
                new Budget(
                        () -> {
                            events.poll("n1", n1);
                            events.poll("again", again);
                        },
                        1));
        events.poll("n2", n2);
        notification.notifyAllWaiters();
        notification.notifyAllWaiters();
        events.expect("n1 pending", "n2 pending", "n1 ready", "again pending", "n2 woken", "again woken");
    }

    // pw_async2: MultipleFutures
    @Test
    void nobodyOvertakesOneThatWasWoken() {
        Notification notification = Notification.of();
        Future<Void> woken = notification.notified();
        Future<Void> late = notification.notified();
        events.poll("woken", woken);
        notification.notifyOne();
        events.poll("late", late);
        events.poll("woken", woken);
        events.expect("woken pending", "woken woken", "late pending", "woken ready");
    }

    // Tokio: test_waker_update
    @Test
    void theNewestWakerIsTheOneThatIsWoken() {
        Notification notification = Notification.of();
        Future<Void> notified = notification.notified();
        events.poll("task 1", notified);
        events.poll("task 2", notified);
        notification.notifyOne();
        events.expect("task 1 pending", "task 2 pending", "task 2 woken");
    }

    @Test
    void cancelledBeforeItsFirstPollItConsumesNothing() {
        Notification notification = Notification.of();
        notification.notifyOne();
        Future<Void> cancelled = notification.notified();
        cancelled.cancel();
        events.poll("cancelled", cancelled);
        events.poll("next", notification.notified());
        events.expect(
                "cancelled threw IllegalStateException: Notification.notified() was polled after cancel; call the"
                        + " method again",
                "next ready");
    }

    // pw_async2: CustomFutureList.Remove; pw_async2: VoidFuture (3), ValueProviderVoid; Tokio:
    // notified_drop_notified_notify
    @Test
    void aWaiterLeavesTheLine() {
        Notification notification = Notification.of();
        Future<Void> n1 = notification.notified();
        Future<Void> n2 = notification.notified();
        Future<Void> n3 = notification.notified();
        events.poll("n1", n1);
        events.poll("n2", n2);
        events.poll("n3", n3);
        n2.cancel();
        n1.cancel();
        notification.notifyOne();
        events.poll("n3", n3);
        events.expect("n1 pending", "n2 pending", "n3 pending", "n3 woken", "n3 ready");
    }

    // Tokio: notified_multi_notify_drop_one
    @Test
    void aWokenWaiterPassesItOn() {
        Notification notification = Notification.of();
        Future<Void> n1 = notification.notified();
        Future<Void> n2 = notification.notified();
        events.poll("n1", n1);
        events.poll("n2", n2);
        notification.notifyOne();
        n1.cancel();
        n2.cancel();
        events.poll("n3", notification.notified());
        events.expect("n1 pending", "n2 pending", "n1 woken", "n2 woken", "n3 ready");
    }

    /** Tokio: unpolled_future_completed_by_notify_waiters_preserves_notify_one_permit. */
    @Test
    void whatIsRememberedSurvivesNotifyAll() {
        Notification notification = Notification.of();
        Future<Void> unpolled = notification.notified();
        notification.notifyOne();
        notification.notifyAllWaiters();
        events.poll("unpolled", unpolled);
        events.poll("next", notification.notified());
        events.expect("unpolled ready", "next pending");
    }

    /** Tokio: notify_in_drop_after_wake. */
    @Test
    void aWakerMayNotify() {
        Notification notification = Notification.of();
        Future<Void> n1 = notification.notified();
        Future<Void> n2 = notification.notified();
        n1.poll(Context.of(() -> {
            events.say("n1 woken");
            notification.notifyOne();
        }));
        events.poll("n2", n2);
        notification.notifyOne();
        events.expect("n2 pending", "n1 woken", "n2 woken");
    }

    @Test
    void aWaiterWokenWithAllOthersHasNothingToPassOn() {
        Notification notification = Notification.of();
        Future<Void> n1 = notification.notified();
        events.poll("n1", n1);
        notification.notifyAllWaiters();
        Future<Void> n2 = notification.notified();
        events.poll("n2", n2);
        n1.cancel();
        n2.cancel();
        events.poll("n3", notification.notified());
        events.expect("n1 pending", "n1 woken", "n2 pending", "n3 pending");
    }

    @Test
    void cancelAfterCompletionDoesNothing() {
        Notification notification = Notification.of();
        notification.notifyOne();
        Future<Void> n1 = notification.notified();
        events.poll("n1", n1);
        n1.cancel();
        events.poll("n2", notification.notified());
        events.expect("n1 ready", "n2 pending");
    }

    @Test
    void withoutBudgetItKeepsWhatItWasGranted() {
        Notification notification = Notification.of();
        notification.notifyOne();
        Future<Void> n1 = notification.notified();
        events.poll("n1", n1, new Budget(events.waker("n1"), 0));
        Future<Void> n2 = notification.notified();
        events.poll("n2", n2);
        events.poll("n1", n1, new Budget(events.waker("n1"), 0));
        n1.cancel();
        events.poll("n2", n2);
        events.expect("n1 woken", "n1 pending", "n2 pending", "n1 woken", "n1 pending", "n2 woken", "n2 ready");
    }

    @Test
    void misuseIsRefused() {
        Notification notification = Notification.of();
        notification.notifyOne();
        Future<Void> notified = notification.notified();
        assertThrows(IllegalStateException.class, notified::get);
        events.poll("notified", notified);
        events.poll("notified", notified);
        events.poll("empty", new Notification.Notified());
        events.expect(
                "notified ready",
                "notified threw IllegalStateException: Notification.notified() was polled after completion; it ends"
                        + " once, call the method again",
                "empty threw IllegalStateException: Notification.notified() was polled before it was placed in its"
                        + " slot");
    }

    // pw_async2: ReacquireAfterWait
    @Test
    void aSlotIsUsedAgain() {
        Notification notification = Notification.of();
        Notification.Notified slot = new Notification.Notified();
        assertSame(slot, notification.notified$in(slot));
        events.poll("slot", slot);
        assertThrows(IllegalStateException.class, () -> notification.notified$in(slot));
        notification.notifyAllWaiters();
        events.poll("slot", slot);
        // What it was woken by the last time is forgotten.
        events.poll("slot", notification.notified$in(slot));
        notification.notifyOne();
        slot.cancel();
        events.poll("slot", notification.notified$in(slot));
        events.expect("slot pending", "slot woken", "slot ready", "slot pending", "slot woken", "slot ready");
    }
}
