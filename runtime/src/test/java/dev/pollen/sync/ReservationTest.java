// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import org.junit.jupiter.api.Test;

/** Slots before there is a value, and values on approval. */
final class ReservationTest {
    private final Events events = new Events();

    private static <R> R now(Future<R> future) {
        assertEquals(Poll.READY, future.poll(Context.of(() -> {})));
        return future.take();
    }

    private static Channel<String> filled(String... values) {
        Channel<String> channel = Channel.of(values.length);
        for (String value : values) {
            assertTrue(channel.trySend(value));
        }
        return channel;
    }

    // Tokio: sync_mpsc: reserve, try_reserve, try_reserve_fails, drop_permit_releases_permit
    @Test
    void aReservedSlotIsTakenUntilItIsCommittedOrClosed() {
        Channel<String> channel = Channel.of(1);
        SendReservation<String> reservation = now(channel.reserveSend());
        assertFalse(channel.trySend("a"));
        assertTrue(reservation.isOpen());
        assertTrue(reservation.commit("b"));
        assertFalse(reservation.isOpen());
        assertEquals("b", channel.tryReceive());
        now(channel.reserveSend()).close();
        assertTrue(channel.trySend("c"));
    }

    @Test
    void aValueOnApprovalKeepsItsSlotAndComesBack() {
        Channel<String> channel = filled("a", "b");
        ReceiveReservation<String> reservation = now(channel.reserveReceive());
        assertEquals("a", reservation.value());
        assertFalse(channel.trySend("c"));
        assertEquals("b", channel.tryPeek());
        reservation.close();
        assertEquals("a", channel.tryReceive());
        ReceiveReservation<String> second = now(channel.reserveReceive());
        assertEquals("b", second.commit());
        assertNull(channel.tryReceive());
        assertEquals(2, channel.freeCapacity());
    }

    @Test
    void valuesComeBackToTheirPlacesInAnyOrder() {
        Channel<String> channel = filled("a", "b", "c", "d");
        ReceiveReservation<String> a = now(channel.reserveReceive());
        ReceiveReservation<String> b = now(channel.reserveReceive());
        ReceiveReservation<String> c = now(channel.reserveReceive());
        b.close();
        a.close();
        c.close();
        for (String expected : new String[] {"a", "b", "c", "d"}) {
            assertEquals(expected, channel.tryReceive());
        }
    }

    @Test
    void aValueThatComesBackServesTheFirstInLine() {
        Channel<String> channel = filled("a");
        ReceiveReservation<String> reservation = now(channel.reserveReceive());
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        reservation.close();
        assertNull(channel.tryReceive());
        events.poll("receive", receive);
        events.expect("receive pending", "receive woken", "receive ready a");
    }

    @Test
    void committingAValueFreesItsSlotForTheFirstInLine() {
        Channel<String> channel = filled("a");
        ReceiveReservation<String> reservation = now(channel.reserveReceive());
        Future<Void> send = channel.send("b");
        events.poll("send", send);
        assertEquals("a", reservation.commit());
        events.poll("send", send);
        events.expect("send pending", "send woken", "send ready");
    }

    @Test
    void aCommitWakesTheReceiver() {
        Channel<String> channel = Channel.of(1);
        SendReservation<String> reservation = now(channel.reserveSend());
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        reservation.commit("a");
        events.poll("receive", receive);
        events.expect("receive pending", "receive woken", "receive ready a");
    }

    // Embassy: ready_to_receive (no test upstream)
    @Test
    void waitingForAReservationIsALineLikeAnyOther() {
        Channel<String> channel = filled("full");
        Future<SendReservation<String>> reserve = channel.reserveSend();
        Future<Void> send = channel.send("b");
        events.poll("reserve", reserve);
        events.poll("send", send);
        channel.tryReceive();
        // It is the reservation's; cancelled, it goes to the next.
        reserve.cancel();
        events.poll("send", send);
        events.expect("reserve pending", "send pending", "reserve woken", "send woken", "send ready");

        Channel<String> empty = Channel.of(1);
        Future<ReceiveReservation<String>> hold = empty.reserveReceive();
        Future<String> receive = empty.receive();
        events.poll("hold", hold);
        events.poll("receive", receive);
        empty.trySend("a");
        hold.cancel();
        events.poll("receive", receive);
        events.expect("hold pending", "receive pending", "hold woken", "receive woken", "receive ready a");
    }

    @Test
    void withoutBudgetTheGrantIsKept() {
        Channel<String> channel = filled("a");
        Future<ReceiveReservation<String>> hold = channel.reserveReceive();
        events.poll("hold", hold, new Budget(events.waker("hold"), 0));
        assertNull(channel.tryReceive());
        assertEquals("a", now(hold).commit());
        events.expect("hold woken", "hold pending");
    }

    // Tokio: sync_mpsc: ready_close_cancel_bounded, permit after close
    @Test
    void reservationsSurviveClose() {
        Channel<String> channel = filled("a", "b");
        ReceiveReservation<String> held = now(channel.reserveReceive());
        channel.close();
        assertEquals("b", channel.tryReceive());
        held.close();
        assertEquals("a", channel.tryReceive());

        Channel<String> other = Channel.of(1);
        SendReservation<String> reserved = now(other.reserveSend());
        other.close();
        assertFalse(reserved.commit("a"));
        assertNull(other.tryReceive());
    }

    @Test
    void aSlotHasAsManyReservationsAsAreOpen() {
        Channel<String> channel = Channel.of(3);
        SendReservation.Reserve<String> slot = new SendReservation.Reserve<>();
        SendReservation<String> first = now(channel.reserveSend$in(slot));
        SendReservation<String> second = now(channel.reserveSend$in(slot));
        assertNotSame(first, second);
        first.commit("a");
        assertSame(first, now(channel.reserveSend$in(slot)));
        ReceiveReservation.Reserve<String> hold = new ReceiveReservation.Reserve<>();
        second.commit("b");
        ReceiveReservation<String> a = now(channel.reserveReceive$in(hold));
        ReceiveReservation<String> b = now(channel.reserveReceive$in(hold));
        assertEquals("ab", a.value() + b.value());
    }

    @Test
    void theTryFormsUseAReservationOfTheCaller() {
        Channel<String> channel = Channel.of(1);
        SendReservation<String> send = new SendReservation<>();
        ReceiveReservation<String> receive = new ReceiveReservation<>();
        assertFalse(channel.tryReserveReceive(receive));
        assertTrue(channel.tryReserveSend(send));
        assertFalse(channel.tryReserveSend(new SendReservation<>()));
        assertEquals(
                "the reservation is still open; commit or close it first, or use another one",
                assertThrows(IllegalStateException.class, () -> channel.tryReserveSend(send))
                        .getMessage());
        send.commit("a");
        assertTrue(channel.tryReserveReceive(receive));
        assertThrows(IllegalStateException.class, () -> channel.tryReserveReceive(receive));
        receive.close();
        assertTrue(channel.tryReserveReceive(receive));
        assertEquals("a", receive.commit());
    }

    @Test
    void misuseIsRefused() {
        Channel<String> channel = Channel.of(1);
        SendReservation<String> send = now(channel.reserveSend());
        assertThrows(NullPointerException.class, () -> send.commit(null));
        send.commit("a");
        send.close();
        String used = "the reservation was used after it was closed; reserve again";
        assertEquals(
                used,
                assertThrows(IllegalStateException.class, () -> send.commit("b"))
                        .getMessage());
        ReceiveReservation<String> receive = now(channel.reserveReceive());
        receive.commit();
        receive.close();
        assertEquals(
                used, assertThrows(IllegalStateException.class, receive::value).getMessage());
        assertThrows(IllegalStateException.class, receive::commit);
        assertEquals(1, channel.freeCapacity());
    }

    @Test
    void clearDropsWhatNobodyWasWokenFor() {
        Channel<String> channel = Channel.of(3);
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        channel.trySend("a");
        channel.trySend("b");
        channel.trySend("c");
        Future<Void> send = channel.send("d");
        events.poll("send", send);
        assertEquals(2, channel.clear());
        events.poll("receive", receive);
        events.poll("send", send);
        events.expect(
                "receive pending", "receive woken", "send pending", "send woken", "receive ready a", "send ready");
        assertEquals("d", channel.tryReceive());
        assertTrue(channel.isEmpty());
        assertEquals(0, channel.clear());
    }

    @Test
    void aWakerOfClearMayUseTheChannel() {
        Channel<String> channel = filled("a", "b");
        Future<Void> send = channel.send("c");
        events.poll("send", send, new Budget(() -> events.poll("send", send), 1));
        assertEquals(2, channel.clear());
        events.expect("send pending", "send ready");
        assertEquals("c", channel.tryReceive());
        assertEquals(2, channel.freeCapacity());
    }
}
