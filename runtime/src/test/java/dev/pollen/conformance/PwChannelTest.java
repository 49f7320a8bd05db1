// SPDX-License-Identifier: Apache-2.0
package dev.pollen.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.executor.Executor;
import dev.pollen.sync.Channel;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.ChannelForm;
import dev.pollen.testing.Events;
import dev.pollen.testing.TestTask;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios of pw_async2's channel_test.cc, under their names, with each form of channel. */
final class PwChannelTest {
    private static final String CLOSED = "ChannelClosedException: the channel is closed";

    private final Events events = new Events();
    private final List<Integer> received = new ArrayList<>();
    private final List<Integer> failed = new ArrayList<>();
    private final Executor executor = Executor.on(new VirtualClock());

    static Stream<Named<ChannelForm.Factory>> forms() {
        return ChannelForm.all();
    }

    private void sender(ChannelForm channel, int first, int last) {
        int[] next = {first};
        executor.spawner().spawn(TestTask.of("sender", n -> next[0] > last ? null : send(channel, next[0]++)));
    }

    private Future<?> send(ChannelForm channel, int value) {
        Future<?> send = channel.send(value);
        return new Observed(send, end -> {
            if (end != null) {
                failed.add(value);
            }
        });
    }

    /** Receives so many, or to the end. */
    private void receiver(ChannelForm channel, int times) {
        executor.spawner().spawn(TestTask.of("receiver", n -> n == times ? null : receive(channel)));
    }

    private Future<?> receive(ChannelForm channel) {
        Future<?> receive = channel.receive();
        return new Observed(receive, end -> {
            if (end == null) {
                received.add(((Number) receive.get()).intValue());
            }
        });
    }

    private static List<Integer> numbers(int first, int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private List<Integer> receivedFrom(int first, int last) {
        return received.stream().filter(v -> v >= first && v <= last).toList();
    }

    // Embassy: priority_channel: sending_once, sending_when_full, receiving_once, receiving_when_empty,
    // simple_send_and_receive, receiver_receives_given_try_send_async, sender_send_completes_if_capacity,
    // senders_sends_wait_until_capacity
    @ParameterizedTest
    @MethodSource("forms")
    void StaticSingleProducerSingleConsumer(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        sender(channel, 1, 6);
        receiver(channel, 6);
        assertFalse(executor.runUntilStalled());
        assertEquals(numbers(1, 6), received);
    }

    // pw_async2: StaticMultiProducerSingleConsumer, SingleProducerMultiConsumer, MultiProducerMultiConsumer;
    // pw_async2: channel_typed: 4 topologies of 13 types
    @ParameterizedTest
    @MethodSource("forms")
    void StaticMultiProducerMultiConsumer(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        sender(channel, 1, 3);
        sender(channel, 11, 13);
        receiver(channel, 3);
        receiver(channel, 3);
        assertFalse(executor.runUntilStalled());
        assertEquals(6, received.size());
        assertEquals(numbers(1, 3), receivedFrom(1, 3));
        assertEquals(numbers(11, 13), receivedFrom(11, 13));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void StaticNonAsyncTrySend(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        assertTrue(channel.trySend(1) && channel.trySend(2));
        assertFalse(channel.trySend(3));
        receiver(channel, 4);
        assertTrue(executor.runUntilStalled());
        assertTrue(channel.trySend(3) && channel.trySend(4));
        assertFalse(executor.runUntilStalled());
        assertEquals(numbers(1, 4), received);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void StaticTryReserveSend(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        ChannelForm.Reservation first = channel.tryReserveSend();
        assertEquals(1, channel.freeCapacity());
        ChannelForm.Reservation second = channel.tryReserveSend();
        assertEquals(0, channel.freeCapacity());
        assertNull(channel.tryReserveSend());
        assertTrue(first.commit(1) && second.commit(2));
        assertEquals(0, channel.freeCapacity());
        assertEquals(1, channel.tryReceive());
        assertNotNull(channel.tryReserveSend());
        channel.close();
        assertNull(channel.tryReserveSend());
    }

    // pw_async2: StaticTryReceive, TryReceiveClosedWithData
    @ParameterizedTest
    @MethodSource("forms")
    void StaticTryReceive(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        assertEquals(-1, channel.tryReceive());
        channel.trySend(7);
        assertEquals(7, channel.tryReceive());
        assertEquals(-1, channel.tryReceive());
        channel.close();
        assertEquals(-1, channel.tryReceive());
        assertTrue(channel.isClosed());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void StaticReceiverDisconnects(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        sender(channel, 1, 8);
        sender(channel, 11, 18);
        receiver(channel, 3);
        assertTrue(executor.runUntilStalled());
        // Nobody else receives: closing the channel is what upstream's last receiver does when it goes.
        channel.close();
        assertFalse(executor.runUntilStalled());
        assertEquals(3, received.size());
        assertEquals(16 - 3 - 2, failed.size());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void StaticReserveSend(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        executor.spawner().spawn(TestTask.of("sender", n -> {
            if (n == 6) {
                return null;
            }
            Future<?> reserve = channel.reserveSend();
            return new Observed(reserve, end -> {
                assertTrue(channel.reservation(reserve.get()).commit(n + 1));
            });
        }));
        receiver(channel, 6);
        assertFalse(executor.runUntilStalled());
        assertEquals(numbers(1, 6), received);
    }

    // pw_async2: StaticRemainingCapacity, DynamicRemainingCapacity; Tokio: sync_mpsc: len, capacity, is_closed
    @ParameterizedTest
    @MethodSource("forms")
    void StaticRemainingCapacity(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        assertEquals(2, channel.freeCapacity());
        channel.trySend(1);
        assertEquals(1, channel.freeCapacity());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void StaticSendOnClosedReturnsFalse(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        channel.close();
        assertTrue(channel.isClosed());
        assertFalse(channel.trySend(1));
        assertNull(channel.tryReserveSend());
        events.poll("send", channel.send(1));
        events.poll("reserve", channel.reserveSend());
        events.expect("send threw " + CLOSED, "reserve threw " + CLOSED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void StaticReceiveClosed(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        channel.close();
        assertEquals(-1, channel.tryReceive());
        events.poll("receive", channel.receive());
        events.poll("reserve", channel.reserveReceive());
        events.expect("receive threw " + CLOSED, "reserve threw " + CLOSED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void StaticReceiveClosedWithData(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        channel.trySend(1);
        channel.trySend(2);
        channel.close();
        assertEquals(1, channel.tryReceive());
        events.poll("receive", channel.receive());
        events.poll("receive", channel.receive());
        events.expect("receive ready 2", "receive threw " + CLOSED);
    }

    // pw_async2: StaticCanPollReceiveFuturesTwice, SendFuturesTwice, ReserveSendFutureTwice
    @ParameterizedTest
    @MethodSource("forms")
    void StaticCanPollFuturesTwice(ChannelForm.Factory form) {
        ChannelForm channel = form.make(1);
        Future<?> receive = channel.receive();
        Future<?> hold = channel.reserveReceive();
        events.poll("receive", receive);
        events.poll("receive", receive);
        events.poll("hold", hold);
        events.poll("hold", hold);
        receive.cancel();
        hold.cancel();
        channel.trySend(1);
        Future<?> send = channel.send(2);
        Future<?> reserve = channel.reserveSend();
        events.poll("send", send);
        events.poll("send", send);
        events.poll("reserve", reserve);
        events.poll("reserve", reserve);
        events.expect(
                "receive pending",
                "receive pending",
                "hold pending",
                "hold pending",
                "send pending",
                "send pending",
                "reserve pending",
                "reserve pending");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void StaticReserveSendReservesSpace(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        ChannelForm.Reservation reservation = channel.tryReserveSend();
        assertTrue(channel.trySend(40));
        events.poll("send", channel.send(43));
        events.expect("send pending");
        assertTrue(reservation.commit(37));
        // By commit, not by reservation.
        assertEquals(40, channel.tryReceive());
        assertEquals(37, channel.tryReceive());
    }

    // pw_async2: StaticReserveSendReleasesSpaceWhenDropped, ManualCancel
    @ParameterizedTest
    @MethodSource("forms")
    void StaticReserveSendManualCancel(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        ChannelForm.Reservation reservation = channel.tryReserveSend();
        assertTrue(channel.trySend(40));
        Future<?> send = channel.send(43);
        events.poll("send", send);
        reservation.close();
        events.poll("send", send);
        events.expect("send pending", "send woken", "send ready");
        assertEquals(40, channel.tryReceive());
        assertEquals(43, channel.tryReceive());
    }

    /** C8 upstream: the value is dropped in silence. */
    @ParameterizedTest
    @MethodSource("forms")
    void aCommitAfterCloseSaysSo(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        ChannelForm.Reservation reservation = channel.tryReserveSend();
        channel.close();
        assertFalse(reservation.commit(1));
        assertEquals(-1, channel.tryReceive());
    }

    /** D1 upstream: a receiver that was woken for a value is dropped, and the one behind it is never woken. */
    @ParameterizedTest
    @MethodSource("forms")
    void aCancelledReceiverPassesItsValueOn(ChannelForm.Factory form) {
        ChannelForm channel = form.make(1);
        Future<?> a = channel.receive();
        Future<?> b = channel.receive();
        events.poll("a", a);
        events.poll("b", b);
        channel.trySend(7);
        a.cancel();
        events.poll("b", b);
        events.expect("a pending", "b pending", "a woken", "b woken", "b ready 7");
    }

    /** D1 upstream, with the ends exchanged. */
    @ParameterizedTest
    @MethodSource("forms")
    void aCancelledSenderPassesItsSlotOn(ChannelForm.Factory form) {
        ChannelForm channel = form.make(1);
        channel.trySend(1);
        Future<?> a = channel.send(2);
        Future<?> b = channel.send(3);
        events.poll("a", a);
        events.poll("b", b);
        assertEquals(1, channel.tryReceive());
        a.cancel();
        events.poll("b", b);
        events.expect("a pending", "b pending", "a woken", "b woken", "b ready");
        assertEquals(3, channel.tryReceive());
    }

    /** D2 upstream: somebody else's trySend takes the slot that a sender was woken for. */
    @ParameterizedTest
    @MethodSource("forms")
    void nobodyTakesTheSlotOfASenderThatWasWoken(ChannelForm.Factory form) {
        ChannelForm channel = form.make(1);
        channel.trySend(1);
        Future<?> send = channel.send(2);
        events.poll("send", send);
        assertEquals(1, channel.tryReceive());
        assertFalse(channel.trySend(3));
        assertNull(channel.tryReserveSend());
        events.poll("send", send);
        events.expect("send pending", "send woken", "send ready");
        assertEquals(2, channel.tryReceive());
    }

    /** future_timeout_test.cc: Send, ReserveSend and Receive with Timeout and TimeoutOrClosed. */
    @ParameterizedTest
    @MethodSource("forms")
    void WhatTimesOutIsNeitherSentNorReceived(ChannelForm.Factory form) {
        ChannelForm channel = form.make(2);
        channel.trySend(1);
        channel.trySend(2);
        assertThrows(TimeoutException.class, () -> executor.blockOn(Timeout.after(channel.send(3), 31_000)));
        assertThrows(TimeoutException.class, () -> executor.blockOn(Timeout.after(channel.reserveSend(), 31_000)));
        assertEquals(1, channel.tryReceive());
        assertEquals(2, channel.tryReceive());
        assertEquals(2, channel.freeCapacity());
        assertThrows(TimeoutException.class, () -> executor.blockOn(Timeout.after(channel.receive(), 31_000)));
        assertTrue(channel.trySend(4));
        assertEquals(4, channel.tryReceive());
    }

    // channel_thread_test.cc

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "not an executor's");
        thread.start();
        return thread;
    }

    @Test
    void BlockingSend() throws InterruptedException {
        ChannelForm channel = new ChannelForm.OfObjects(Channel.of(2));
        receiver(channel, 10);
        Thread thread = thread(() -> numbers(1, 10).forEach(i -> Pollen.blockOn(channel.send(i))));
        executor.run(spawner -> {});
        thread.join();
        assertEquals(numbers(1, 10), received);
    }

    @Test
    void BlockingSendChannelCloses() throws InterruptedException {
        ChannelForm channel = new ChannelForm.OfObjects(Channel.of(2));
        int[] sent = {0};
        boolean[] closed = {false};
        executor.spawner().spawn(TestTask.of("receiver", n -> {
            if (n < 3) {
                return receive(channel);
            }
            channel.close();
            return null;
        }));
        Thread thread = thread(() -> {
            try {
                for (; ; sent[0]++) {
                    Pollen.blockOn(channel.send(sent[0]));
                }
            } catch (ChannelClosedException e) {
                closed[0] = true;
            }
        });
        executor.run(spawner -> {});
        thread.join();
        assertTrue(closed[0]);
        assertTrue(sent[0] >= 3 && sent[0] <= 3 + 2, () -> sent[0] + " were sent");
    }

    @Test
    void BlockingReceive() throws InterruptedException {
        ChannelForm channel = new ChannelForm.OfObjects(Channel.of(2));
        List<Object> values = new ArrayList<>();
        sender(channel, 1, 5);
        Thread thread = thread(() -> numbers(1, 5).forEach(i -> values.add(Pollen.blockOn(channel.receive()))));
        executor.run(spawner -> {});
        thread.join();
        assertEquals(numbers(1, 5), values);
    }

    @Test
    void BlockingSendTimeoutAndBlockingReceiveTimeout() {
        Channel<Integer> channel = Channel.of(1);
        assertThrows(TimeoutException.class, () -> Pollen.blockOn(Timeout.after(channel.receive(), 1)));
        Pollen.blockOn(channel.send(1)); // BlockingSendReturnsImmediatelyIfSpaceAvailable
        assertThrows(TimeoutException.class, () -> Pollen.blockOn(Timeout.after(channel.send(2), 1)));
        assertEquals(1, Pollen.blockOn(channel.receive())); // BlockingReceiveReturnsExistingValueImmediately
    }

    @Test
    void BlockingSendAlreadyClosedAndBlockingReceiveClosedWithData() {
        Channel<Integer> channel = Channel.of(1);
        channel.trySend(1);
        channel.close();
        assertThrows(ChannelClosedException.class, () -> Pollen.blockOn(channel.send(2)));
        assertEquals(1, Pollen.blockOn(channel.receive()));
        assertThrows(
                ChannelClosedException.class, () -> Pollen.blockOn(channel.receive())); // BlockingReceiveAlreadyClosed
    }

    /** Tells how a future ended: null, or what it threw, which then is swallowed. */
    private record Observed(Future<?> future, java.util.function.Consumer<Throwable> told) implements Future<Object> {
        @Override
        public dev.pollen.Poll poll(dev.pollen.Context cx) {
            try {
                dev.pollen.Poll poll = future.poll(cx);
                if (poll == dev.pollen.Poll.READY) {
                    told.accept(null);
                }
                return poll;
            } catch (ChannelClosedException e) {
                told.accept(e);
                return dev.pollen.Poll.READY;
            }
        }

        @Override
        public Object get() {
            return this;
        }

        @Override
        public void cancel() {
            future.cancel();
        }
    }
}
