// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChannelTest {
    private final Events events = new Events();

    static Stream<IntFunction<Channel<String>>> forms() {
        return Stream.of(Channel::of, Channel::local);
    }

    // Embassy: channel: sending_once, sending_when_full, receiving_once, receiving_when_empty; Embassy: channel:
    // simple_send_and_receive; Tokio: sync_mpsc: send_recv, buffer_gteq_one
    @ParameterizedTest
    @MethodSource("forms")
    void firstInFirstOut(IntFunction<Channel<String>> form) {
        Channel<String> channel = form.apply(3);
        assertNull(channel.tryReceive());
        // More values than fit in at once, so that the ring wraps.
        assertTrue(channel.trySend("a"));
        assertTrue(channel.trySend("b"));
        assertTrue(channel.trySend("c"));
        assertFalse(channel.trySend("d"));
        assertEquals("a", channel.tryReceive());
        assertTrue(channel.trySend("d"));
        assertEquals("b", channel.tryReceive());
        assertEquals("c", channel.tryReceive());
        assertEquals("d", channel.tryReceive());
        assertNull(channel.tryReceive());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void receiveTakesWhatIsThere(IntFunction<Channel<String>> form) {
        Channel<String> channel = form.apply(2);
        channel.trySend("a");
        events.poll("receive", channel.receive());
        events.expect("receive ready a");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void receiversWaitInTheOrderOfTheirFirstPolls(IntFunction<Channel<String>> form) {
        Channel<String> channel = form.apply(2);
        Future<String> r1 = channel.receive();
        Future<String> r2 = channel.receive();
        events.poll("r2", r2);
        events.poll("r1", r1);
        // A repeated poll keeps the place in the line.
        events.poll("r2", r2);
        channel.trySend("a");
        channel.trySend("b");
        events.poll("r2", r2);
        events.poll("r1", r1);
        events.expect("r2 pending", "r1 pending", "r2 pending", "r2 woken", "r1 woken", "r2 ready a", "r1 ready b");
    }

    @Test
    void whoeverTakesFirstTakesTheOldestValue() {
        Channel<String> channel = Channel.of(2);
        Future<String> r1 = channel.receive();
        Future<String> r2 = channel.receive();
        events.poll("r1", r1);
        events.poll("r2", r2);
        channel.trySend("a");
        channel.trySend("b");
        events.forget();
        // Values are seen in the order in which they were sent, however long a task takes to run.
        events.poll("r2", r2);
        events.poll("r1", r1);
        events.expect("r2 ready a", "r1 ready b");
    }

    // Embassy: channel: senders_sends_wait_until_capacity
    @ParameterizedTest
    @MethodSource("forms")
    void sendersWaitInTheOrderOfTheirFirstPolls(IntFunction<Channel<String>> form) {
        Channel<String> channel = form.apply(1);
        channel.trySend("full");
        Future<Void> s1 = channel.send("a");
        Future<Void> s2 = channel.send("b");
        events.poll("s1", s1);
        events.poll("s2", s2);
        events.poll("s1", s1);
        events.say("received " + channel.tryReceive());
        events.poll("s1", s1);
        events.say("received " + channel.tryReceive());
        events.poll("s2", s2);
        events.say("received " + channel.tryReceive());
        events.expect(
                "s1 pending",
                "s2 pending",
                "s1 pending",
                "s1 woken",
                "received full",
                "s1 ready",
                "s2 woken",
                "received a",
                "s2 ready",
                "received b");
    }

    @Test
    void aSendIsOnlyDoneWhenItIsPolled() {
        Channel<String> channel = Channel.of(1);
        channel.trySend("full");
        Future<Void> send = channel.send("a");
        events.poll("send", send);
        channel.tryReceive();
        assertNull(channel.tryReceive());
        events.poll("send", send);
        assertEquals("a", channel.tryReceive());
        events.expect("send pending", "send woken", "send ready");
    }

    @Test
    void noSenderOvertakesOneThatWasPromisedASlot() {
        Channel<String> channel = Channel.of(1);
        channel.trySend("full");
        Future<Void> promised = channel.send("a");
        Future<Void> late = channel.send("b");
        events.poll("promised", promised);
        channel.tryReceive();
        assertFalse(channel.trySend("c"));
        events.poll("late", late);
        events.poll("promised", promised);
        events.expect("promised pending", "promised woken", "late pending", "promised ready");
        assertEquals("a", channel.tryReceive());
        events.expect("late woken");
    }

    @Test
    void noReceiverOvertakesOneThatWasServed() {
        Channel<String> channel = Channel.of(1);
        Future<String> served = channel.receive();
        Future<String> late = channel.receive();
        events.poll("served", served);
        channel.trySend("a");
        assertNull(channel.tryReceive());
        events.poll("late", late);
        events.poll("served", served);
        events.expect("served pending", "served woken", "late pending", "served ready a");
    }

    // Embassy: ring_buffer: push_pop
    @Test
    void aValueTakesItsSlotUntilItIsReceived() {
        Channel<String> channel = Channel.of(1);
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        assertTrue(channel.trySend("a"));
        assertFalse(channel.trySend("b"));
        events.poll("receive", receive);
        assertTrue(channel.trySend("b"));
        events.expect("receive pending", "receive woken", "receive ready a");
    }

    // Embassy: channel: sender_send_completes_if_capacity
    @Test
    void aSendWakesTheReceiverAndAReceiveTheSender() {
        Channel<String> channel = Channel.of(1);
        Future<String> receive = channel.receive();
        Future<Void> s1 = channel.send("a");
        Future<Void> s2 = channel.send("b");
        events.poll("receive", receive);
        events.poll("s1", s1);
        events.poll("s2", s2);
        events.poll("receive", receive);
        events.poll("s2", s2);
        events.expect(
                "receive pending",
                "receive woken",
                "s1 ready",
                "s2 pending",
                "s2 woken",
                "receive ready a",
                "s2 ready");
    }

    @Test
    void theNewestWakerIsTheOneThatIsWoken() {
        Channel<String> channel = Channel.of(1);
        Future<String> receive = channel.receive();
        events.poll("task 1", receive);
        events.poll("task 2", receive);
        channel.trySend("a");
        events.expect("task 1 pending", "task 2 pending", "task 2 woken");
    }

    @Test
    void cancelledBeforeItsFirstPoll() {
        Channel<String> channel = Channel.of(1);
        Future<String> receive = channel.receive();
        Future<Void> send = channel.send("a");
        receive.cancel();
        send.cancel();
        assertNull(channel.tryReceive());
        assertTrue(channel.trySend("b"));
        events.poll("receive", receive);
        events.poll("send", send);
        events.expect(
                "receive threw IllegalStateException: Channel.receive() was polled after cancel; call the method again",
                "send threw IllegalStateException: Channel.send(value) was polled after cancel; call the method again");
    }

    @ParameterizedTest
    @MethodSource("positions")
    void aWaitingReceiverLeavesTheLine(int cancelled) {
        Channel<String> channel = Channel.of(3);
        Future<?>[] line = {channel.receive(), channel.receive(), channel.receive()};
        for (int i = 0; i < line.length; i++) {
            events.poll("r" + i, line[i]);
        }
        events.forget();
        line[cancelled].cancel();
        channel.trySend("a");
        channel.trySend("b");
        int first = cancelled == 0 ? 1 : 0;
        int second = cancelled == 2 ? 1 : 2;
        events.poll("r" + first, line[first]);
        events.poll("r" + second, line[second]);
        events.expect(
                "r" + first + " woken", "r" + second + " woken", "r" + first + " ready a", "r" + second + " ready b");
    }

    @ParameterizedTest
    @MethodSource("positions")
    void aWaitingSenderLeavesTheLine(int cancelled) {
        Channel<String> channel = Channel.of(1);
        channel.trySend("full");
        Future<?>[] line = {channel.send("0"), channel.send("1"), channel.send("2")};
        for (int i = 0; i < line.length; i++) {
            events.poll("s" + i, line[i]);
        }
        events.forget();
        line[cancelled].cancel();
        int first = cancelled == 0 ? 1 : 0;
        int second = cancelled == 2 ? 1 : 2;
        channel.tryReceive();
        events.poll("s" + first, line[first]);
        events.say("received " + channel.tryReceive());
        events.poll("s" + second, line[second]);
        events.say("received " + channel.tryReceive());
        events.expect(
                "s" + first + " woken",
                "s" + first + " ready",
                "s" + second + " woken",
                "received " + first,
                "s" + second + " ready",
                "received " + second);
    }

    static Stream<Integer> positions() {
        return Stream.of(0, 1, 2);
    }

    @Test
    void aServedReceiverGivesItsValueToTheNext() {
        Channel<String> channel = Channel.of(1);
        Future<String> r1 = channel.receive();
        Future<String> r2 = channel.receive();
        events.poll("r1", r1);
        events.poll("r2", r2);
        channel.trySend("a");
        r1.cancel();
        events.poll("r2", r2);
        events.expect("r1 pending", "r2 pending", "r1 woken", "r2 woken", "r2 ready a");
        assertTrue(channel.trySend("b"));
    }

    @Test
    void aServedReceiverGivesItsValueBackToTheFront() {
        Channel<String> channel = Channel.of(3);
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        channel.trySend("a");
        channel.trySend("b");
        channel.trySend("c");
        receive.cancel();
        assertFalse(channel.trySend("d"));
        assertEquals("a", channel.tryReceive());
        assertEquals("b", channel.tryReceive());
        assertEquals("c", channel.tryReceive());
        events.expect("receive pending", "receive woken");
    }

    @Test
    void theReceiversBehindACancelledOneMoveUp() {
        Channel<String> channel = Channel.of(2);
        Future<String> r1 = channel.receive();
        Future<String> r2 = channel.receive();
        Future<String> r3 = channel.receive();
        events.poll("r1", r1);
        events.poll("r2", r2);
        events.poll("r3", r3);
        channel.trySend("a");
        channel.trySend("b");
        r1.cancel();
        events.poll("r2", r2);
        events.poll("r3", r3);
        events.expect(
                "r1 pending",
                "r2 pending",
                "r3 pending",
                "r1 woken",
                "r2 woken",
                "r3 woken",
                "r2 ready a",
                "r3 ready b");
    }

    @Test
    void aPromisedSlotGoesToTheNextSender() {
        Channel<String> channel = Channel.of(1);
        channel.trySend("full");
        Future<Void> s1 = channel.send("a");
        Future<Void> s2 = channel.send("b");
        events.poll("s1", s1);
        events.poll("s2", s2);
        channel.tryReceive();
        s1.cancel();
        events.poll("s2", s2);
        events.expect("s1 pending", "s2 pending", "s1 woken", "s2 woken", "s2 ready");
        assertEquals("b", channel.tryReceive());
    }

    @Test
    void aPromisedSlotThatNobodyWantsIsFree() {
        Channel<String> channel = Channel.of(1);
        channel.trySend("full");
        Future<Void> send = channel.send("a");
        events.poll("send", send);
        channel.tryReceive();
        send.cancel();
        assertNull(channel.tryReceive());
        assertTrue(channel.trySend("b"));
        events.expect("send pending", "send woken");
    }

    @Test
    void cancelAfterCompletionDoesNothing() {
        Channel<String> channel = Channel.of(1);
        Future<Void> send = channel.send("a");
        events.poll("send", send);
        send.cancel();
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        receive.cancel();
        assertEquals("a", receive.get());
        assertNull(channel.tryReceive());
        events.expect("send ready", "receive ready a");
    }

    @Test
    void withoutBudgetWhatWasGrantedIsKept() {
        Channel<String> channel = Channel.of(1);
        Future<Void> send = channel.send("a");
        Future<String> receive = channel.receive();
        events.poll("send", send, new Budget(events.waker("send"), 0));
        assertFalse(channel.trySend("b"));
        assertNull(channel.tryReceive());
        events.poll("send", send);
        events.poll("receive", receive, new Budget(events.waker("receive"), 0));
        assertNull(channel.tryReceive());
        assertFalse(channel.trySend("b"));
        events.poll("receive", receive);
        events.expect(
                "send woken", "send pending", "send ready", "receive woken", "receive pending", "receive ready a");
    }

    @Test
    void cancelledWithoutBudgetItGivesBack() {
        Channel<String> channel = Channel.of(1);
        Future<Void> send = channel.send("a");
        events.poll("send", send, new Budget(events.waker("send"), 0));
        send.cancel();
        assertTrue(channel.trySend("b"));
        Future<String> receive = channel.receive();
        events.poll("receive", receive, new Budget(events.waker("receive"), 0));
        receive.cancel();
        assertEquals("b", channel.tryReceive());
        events.expect("send woken", "send pending", "receive woken", "receive pending");
    }

    @Test
    void onlyReadyResultsAreSpent() {
        Channel<String> channel = Channel.of(1);
        Budget budget = new Budget(events.waker("task"), 10);
        Future<String> receive = channel.receive();
        events.poll("receive", receive, budget);
        events.poll("receive", receive, budget);
        assertEquals(10, budget.left());
        channel.trySend("a");
        events.poll("receive", receive, budget);
        assertEquals(9, budget.left());
        events.expect("receive pending", "receive pending", "task woken", "receive ready a");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void closeWakesAllThatWaitAndTheyFail(IntFunction<Channel<String>> form) {
        Channel<String> full = form.apply(1);
        full.trySend("full");
        Future<Void> s1 = full.send("a");
        Future<Void> s2 = full.send("b");
        events.poll("s1", s1);
        events.poll("s2", s2);
        full.close();
        events.poll("s1", s1);
        events.poll("s2", s2);
        events.expect(
                "s1 pending",
                "s2 pending",
                "s1 woken",
                "s2 woken",
                "s1 threw ChannelClosedException: the channel is closed",
                "s2 threw ChannelClosedException: the channel is closed");

        Channel<String> empty = form.apply(1);
        Future<String> r1 = empty.receive();
        Future<String> r2 = empty.receive();
        events.poll("r1", r1);
        events.poll("r2", r2);
        empty.close();
        events.poll("r1", r1);
        events.poll("r2", r2);
        events.expect(
                "r1 pending",
                "r2 pending",
                "r1 woken",
                "r2 woken",
                "r1 threw ChannelClosedException: the channel is closed",
                "r2 threw ChannelClosedException: the channel is closed");
    }

    // Tokio: sync_mpsc: dropping_rx_closes_channel, recv_close_gets_none
    @Test
    void receiversDrainAClosedChannelAndThenFail() {
        Channel<String> channel = Channel.of(3);
        Future<String> served = channel.receive();
        events.poll("served", served);
        channel.trySend("a");
        channel.trySend("b");
        channel.trySend("c");
        channel.close();
        assertTrue(channel.isClosed());
        assertFalse(channel.trySend("d"));
        events.poll("send", channel.send("d"));
        events.poll("served", served);
        events.poll("receive", channel.receive());
        assertEquals("c", channel.tryReceive());
        assertNull(channel.tryReceive());
        events.poll("receive", channel.receive());
        events.expect(
                "served pending",
                "served woken",
                "send threw ChannelClosedException: the channel is closed",
                "served ready a",
                "receive ready b",
                "receive threw ChannelClosedException: the channel is closed");
    }

    @Test
    void aPromisedSlotIsWorthNothingAfterClose() {
        Channel<String> channel = Channel.of(1);
        channel.trySend("full");
        Future<Void> send = channel.send("a");
        events.poll("send", send);
        channel.tryReceive();
        channel.close();
        events.poll("send", send);
        events.poll("receive", channel.receive());
        events.expect(
                "send pending",
                "send woken",
                "send threw ChannelClosedException: the channel is closed",
                "receive threw ChannelClosedException: the channel is closed");
    }

    @Test
    void aValueGivenBackAfterCloseIsStillReceived() {
        Channel<String> channel = Channel.of(1);
        Future<String> r1 = channel.receive();
        Future<String> r2 = channel.receive();
        events.poll("r1", r1);
        events.poll("r2", r2);
        channel.trySend("a");
        channel.close();
        r1.cancel();
        events.poll("r2", r2);
        events.expect("r1 pending", "r2 pending", "r1 woken", "r2 woken", "r2 ready a");
    }

    @Test
    void waitersWokenByCloseMayBeCancelledInstead() {
        Channel<String> channel = Channel.of(1);
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        channel.close();
        receive.cancel();
        channel.close();
        events.expect("receive pending", "receive woken");
    }

    @Test
    void aWakerOfCloseMayUseTheChannel() {
        Channel<String> channel = Channel.of(1);
        Future<String> r1 = channel.receive();
        Future<String> r2 = channel.receive();
        events.poll(
                "r1",
                r1,
                new Budget(
                        () -> {
                            events.say("r1 woken");
                            r2.cancel();
                            events.poll("r1", r1);
                        },
                        1));
        events.poll("r2", r2);
        channel.close();
        events.expect("r1 pending", "r2 pending", "r1 woken", "r1 threw ChannelClosedException: the channel is closed");
    }

    @Test
    void aWakerMayUseTheChannelAtOnce() {
        Channel<String> channel = Channel.of(1);
        Future<String> receive = channel.receive();
        Future<Void> send = channel.send("b");
        events.poll("receive", receive, new Budget(() -> events.poll("receive", receive), 1));
        channel.trySend("a");
        channel.trySend("full");
        events.poll("send", send, new Budget(() -> events.poll("send", send), 1));
        channel.tryReceive();
        events.expect("receive pending", "receive ready a", "send pending", "send ready");
    }

    @Test
    void misuseIsRefused() {
        assertEquals(
                "the capacity of a channel is at least 1, not 0; for the latest value alone use Signal",
                assertThrows(IllegalArgumentException.class, () -> Channel.of(0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Channel.local(-1));
        Channel<String> channel = Channel.of(1);
        assertThrows(NullPointerException.class, () -> channel.send(null));
        assertThrows(NullPointerException.class, () -> channel.trySend(null));

        Future<Void> send = channel.send("a");
        assertEquals(
                "the value of Channel.send(value) was read before poll returned READY",
                assertThrows(IllegalStateException.class, send::get).getMessage());
        events.poll("send", send);
        events.poll("send", send);
        Future<String> receive = channel.receive();
        assertThrows(IllegalStateException.class, receive::get);
        events.poll("receive", receive);
        events.poll("receive", receive);
        events.expect(
                "send ready",
                "send threw IllegalStateException: Channel.send(value) was polled after completion; it ends once, call"
                        + " the method again",
                "receive ready a",
                "receive threw IllegalStateException: Channel.receive() was polled after completion; it ends once,"
                        + " call the method again");

        channel.close();
        Future<String> failed = channel.receive();
        events.poll("failed", failed);
        events.poll("failed", failed);
        failed.cancel();
        events.poll("empty", new Channel.Receive<>());
        events.poll("empty", new Channel.Send<>());
        events.expect(
                "failed threw ChannelClosedException: the channel is closed",
                "failed threw IllegalStateException: Channel.receive() was polled after an exception; it ends once,"
                        + " call the method again",
                "empty threw IllegalStateException: Channel.receive() was polled before it was placed in its slot",
                "empty threw IllegalStateException: Channel.send(value) was polled before it was placed in its slot");
    }

    @Test
    void aSlotIsUsedAgain() {
        Channel<String> one = Channel.of(1);
        Channel<String> other = Channel.of(1);
        Channel.Receive<String> slot = new Channel.Receive<>();
        one.trySend("a");
        assertSame(slot, one.receive$in(slot));
        events.poll("slot", slot);
        assertEquals("a", slot.take());
        assertThrows(IllegalStateException.class, slot::get);
        other.receive$in(slot);
        assertThrows(IllegalStateException.class, slot::get);
        events.poll("slot", slot);
        assertThrows(IllegalStateException.class, () -> one.receive$in(slot));
        slot.cancel();
        one.receive$in(slot);
        one.trySend("b");
        events.poll("slot", slot);
        events.expect("slot ready a", "slot pending", "slot ready b");

        Channel.Send<String> send = new Channel.Send<>();
        events.poll("send", other.send$in("c", send));
        events.poll("send", other.send$in("d", send));
        assertEquals("c", other.tryReceive());
        events.poll("send", send);
        assertEquals("d", other.tryReceive());
        events.expect("send ready", "send pending", "send woken", "send ready");
    }
}
