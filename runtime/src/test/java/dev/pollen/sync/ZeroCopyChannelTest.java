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
import dev.pollen.sync.ZeroCopyChannel.ReceiveSlot;
import dev.pollen.sync.ZeroCopyChannel.SendSlot;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import dev.pollen.testing.Parties;
import dev.pollen.testing.Threads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ZeroCopyChannelTest {
    private final Events events = new Events();

    static Stream<Function<int[][], ZeroCopyChannel<int[]>>> forms() {
        return Stream.of(ZeroCopyChannel::of, ZeroCopyChannel::local);
    }

    private static <R> R now(Future<R> future) {
        assertEquals(Poll.READY, future.poll(Context.of(() -> {})));
        return future.take();
    }

    private static void send(ZeroCopyChannel<int[]> channel, int value) {
        SendSlot<int[]> slot = now(channel.send());
        slot.value()[0] = value;
        assertTrue(slot.sendDone());
    }

    private static int receive(ZeroCopyChannel<int[]> channel) {
        try (ReceiveSlot<int[]> slot = now(channel.receive())) {
            int value = slot.value()[0];
            slot.receiveDone();
            return value;
        }
    }

    /** Says "ready" for what cannot be printed. */
    private void poll(String name, Future<?> future) {
        try {
            events.say(name + (future.poll(Context.of(events.waker(name))) == Poll.READY ? " ready" : " pending"));
        } catch (RuntimeException thrown) {
            events.say(name + " threw " + thrown.getClass().getSimpleName());
        }
    }

    // Embassy: zerocopy_channel (no test upstream)
    @ParameterizedTest
    @MethodSource("forms")
    void buffersAreFilledAndReadInPlaceInOrder(Function<int[][], ZeroCopyChannel<int[]>> form) {
        int[][] buffers = new int[2][1];
        ZeroCopyChannel<int[]> channel = form.apply(buffers);
        SendSlot<int[]> slot = now(channel.send());
        assertSame(buffers[0], slot.value());
        slot.value()[0] = 7;
        assertTrue(channel.isEmpty());
        assertTrue(slot.sendDone());
        assertEquals(1, channel.size());
        assertSame(buffers[0], now(channel.receive()).value());
        channel = form.apply(buffers);
        for (int i = 0; i < 5; i++) {
            send(channel, 2 * i);
            send(channel, 2 * i + 1);
            assertTrue(channel.isFull());
            assertEquals(2 * i, receive(channel));
            assertEquals(2 * i + 1, receive(channel));
        }
        assertEquals(2, channel.capacity());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void senderAndReceiverWaitForEachOther(Function<int[][], ZeroCopyChannel<int[]>> form) {
        ZeroCopyChannel<int[]> channel = form.apply(new int[1][1]);
        Future<ReceiveSlot<int[]>> receive = channel.receive();
        poll("receive", receive);
        send(channel, 1);
        Future<SendSlot<int[]>> send = channel.send();
        poll("send", send);
        poll("receive", receive);
        receive.take().receiveDone();
        poll("send", send);
        events.expect("receive pending", "receive woken", "send pending", "receive ready", "send woken", "send ready");
    }

    /** Embassy: a slot that is dropped without its done is not sent, and not received. */
    @Test
    void whatIsClosedIsNotSentAndNotReceived() {
        ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[2][1]);
        try (SendSlot<int[]> slot = now(channel.send())) {
            slot.value()[0] = 1;
        }
        assertTrue(channel.isEmpty());
        send(channel, 2);
        try (ReceiveSlot<int[]> slot = now(channel.receive())) {
            assertEquals(2, slot.value()[0]);
        }
        assertEquals(2, receive(channel));
    }

    @Test
    void oneFillsAtATimeAndOneReads() {
        ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[3][1]);
        SendSlot<int[]> first = now(channel.send());
        Future<SendSlot<int[]>> second = channel.send();
        Future<SendSlot<int[]>> third = channel.send();
        poll("second", second);
        poll("third", third);
        assertFalse(channel.trySend(new SendSlot<>()));
        first.sendDone();
        second.cancel();
        poll("third", third);
        third.take().sendDone();
        events.expect("second pending", "third pending", "second woken", "third woken", "third ready");
        ReceiveSlot<int[]> reads = now(channel.receive());
        Future<ReceiveSlot<int[]>> next = channel.receive();
        poll("next", next);
        assertFalse(channel.tryReceive(new ReceiveSlot<>()));
        reads.close();
        poll("next", next);
        events.expect("next pending", "next woken", "next ready");
    }

    @Test
    void theTryFormsUseASlotOfTheCaller() {
        ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1][1]);
        SendSlot<int[]> send = new SendSlot<>();
        ReceiveSlot<int[]> receive = new ReceiveSlot<>();
        assertFalse(channel.tryReceive(receive));
        assertTrue(channel.trySend(send));
        assertThrows(IllegalStateException.class, () -> channel.trySend(send));
        send.sendDone();
        send.close();
        assertFalse(channel.trySend(send));
        assertTrue(channel.tryReceive(receive));
        receive.receiveDone();
        receive.close();
        assertTrue(channel.trySend(send));
    }

    @Test
    void clearLeavesTheOneThatIsRead() {
        ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[3][1]);
        send(channel, 1);
        send(channel, 2);
        ReceiveSlot<int[]> reads = now(channel.receive());
        SendSlot<int[]> fills = now(channel.send());
        fills.value()[0] = 3;
        assertEquals(1, channel.clear());
        assertNotSame(reads.value(), fills.value());
        assertEquals(1, reads.value()[0]);
        fills.sendDone();
        reads.receiveDone();
        assertEquals(3, receive(channel));

        send(channel, 4);
        Future<ReceiveSlot<int[]>> granted = channel.receive();
        granted.poll(new Budget(events.waker("granted"), 0));
        assertEquals(1, channel.clear());
        poll("granted", granted);
        send(channel, 5);
        poll("granted", granted);
        assertEquals(5, granted.take().value()[0]);
        events.expect("granted woken", "granted pending", "granted woken", "granted ready");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void receiversDrainAClosedChannel(Function<int[][], ZeroCopyChannel<int[]>> form) {
        ZeroCopyChannel<int[]> channel = form.apply(new int[1][1]);
        send(channel, 1);
        Future<SendSlot<int[]>> send = channel.send();
        ReceiveSlot<int[]> reads = now(channel.receive());
        Future<ReceiveSlot<int[]>> next = channel.receive();
        poll("send", send);
        poll("next", next);
        channel.close();
        assertTrue(channel.isClosed());
        poll("send", send);
        poll("late", channel.send());
        reads.receiveDone();
        poll("next", next);
        poll("never", channel.receive());
        events.expect(
                "send pending",
                "next pending",
                "send woken",
                "send threw ChannelClosedException",
                "late threw ChannelClosedException",
                "next woken",
                "next threw ChannelClosedException",
                "never threw ChannelClosedException");
        ZeroCopyChannel<int[]> other = form.apply(new int[1][1]);
        SendSlot<int[]> fills = now(other.send());
        other.close();
        assertFalse(fills.sendDone());
        assertFalse(other.trySend(fills));
    }

    @Test
    void misuseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ZeroCopyChannel.of(new int[0][]));
        assertEquals(
                "the SendSlot was used after it was closed; send again",
                assertThrows(IllegalStateException.class, () -> new SendSlot<>().value())
                        .getMessage());
        assertThrows(IllegalStateException.class, () -> new SendSlot<>().sendDone());
        assertThrows(IllegalStateException.class, () -> new ReceiveSlot<>().value());
        assertThrows(IllegalStateException.class, () -> new ReceiveSlot<>().receiveDone());
        poll("send", new ZeroCopyChannel.Send<>());
        poll("receive", new ZeroCopyChannel.Receive<>());
        events.expect("send threw IllegalStateException", "receive threw IllegalStateException");
    }

    @ParameterizedTest
    @MethodSource("dev.pollen.sync.ChannelSimulationTest#seeds")
    void randomHistories(long seed) {
        Random random = new Random(seed);
        Parties parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[1 + random.nextInt(3)][1]);
        Deque<Integer> model = new ArrayDeque<>();
        int[] next = {0};
        Deque<SendSlot<int[]>> fills = new ArrayDeque<>();
        Deque<ReceiveSlot<int[]>> reads = new ArrayDeque<>();
        for (int step = 0; step < 500; step++) {
            switch (random.nextInt(8)) {
                case 0 -> parties.start(channel.send(), fills::add);
                case 1 ->
                    parties.start(channel.receive(), slot -> {
                        assertEquals(model.peek(), slot.value()[0]);
                        reads.add(slot);
                    });
                case 2 -> parties.cancelOne();
                case 3 -> {
                    if (!fills.isEmpty()) {
                        SendSlot<int[]> slot = fills.remove();
                        slot.value()[0] = next[0];
                        if (random.nextInt(4) != 0) {
                            assertTrue(slot.sendDone());
                            model.add(next[0]++);
                        }
                        slot.close();
                    }
                }
                case 4 -> {
                    if (!reads.isEmpty()) {
                        ReceiveSlot<int[]> slot = reads.remove();
                        assertEquals(model.peek(), slot.value()[0]);
                        if (random.nextInt(4) != 0) {
                            slot.receiveDone();
                            model.remove();
                        }
                        slot.close();
                    }
                }
                default -> parties.runOne();
            }
            assertTrue(fills.size() <= 1 && reads.size() <= 1);
            assertEquals(model.size(), channel.size());
            assertEquals(channel.capacity() - model.size(), channel.freeCapacity());
        }
        parties.cancelAll();
        fills.forEach(SendSlot::close);
        reads.forEach(ReceiveSlot::close);
        while (!channel.isEmpty()) {
            assertEquals(model.remove(), receive(channel));
        }
        for (int i = 0; i < channel.capacity(); i++) {
            send(channel, i);
        }
    }

    @Test
    @Timeout(120)
    void betweenThreadsBuffersArriveWholeAndInOrder() throws Exception {
        int rounds = 20_000;
        ZeroCopyChannel<int[]> channel = ZeroCopyChannel.of(new int[3][8]);
        Threads.run(
                () -> {
                    Random random = new Random(1);
                    for (int i = 0; i < rounds; i++) {
                        if (random.nextInt(4) == 0) {
                            Future<SendSlot<int[]>> impatient = channel.send();
                            if (impatient.poll(Context.of(() -> {})) == Poll.READY) {
                                impatient.take().close();
                            }
                            impatient.cancel();
                        }
                        try (SendSlot<int[]> slot = Threads.await(channel.send())) {
                            java.util.Arrays.fill(slot.value(), i);
                            slot.sendDone();
                        }
                    }
                    channel.close();
                },
                () -> {
                    int next = 0;
                    try {
                        for (; ; ) {
                            try (ReceiveSlot<int[]> slot = Threads.await(channel.receive())) {
                                for (int value : slot.value()) {
                                    assertEquals(next, value);
                                }
                                next++;
                                slot.receiveDone();
                            }
                        }
                    } catch (ChannelClosedException end) {
                        assertEquals(rounds, next);
                    }
                });
    }
}
