// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import dev.pollen.testing.Parties;
import dev.pollen.testing.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OneShotTest {
    private static final String CLOSED = "ChannelClosedException: the channel is closed";

    private final Events events = new Events();

    static Stream<Supplier<OneShot<String>>> forms() {
        return Stream.of(OneShot::of, OneShot::local);
    }

    /** Tokio's send_recv and async_send_recv. */
    // Tokio: sync_oneshot: send_recv, async_send_recv
    @ParameterizedTest
    @MethodSource("forms")
    void aValueIsReceivedOnce(Supplier<OneShot<String>> form) {
        OneShot<String> shot = form.get();
        Future<String> receive = shot.receive();
        events.poll("receive", receive);
        assertTrue(shot.send("a"));
        assertFalse(shot.send("b"));
        events.poll("receive", receive);
        events.poll("again", shot.receive());
        assertFalse(shot.send("c"));
        assertTrue(shot.isClosed());
        events.expect("receive pending", "receive woken", "receive ready a", "again threw " + CLOSED);
    }

    /** Tokio's close_tx: the sender goes without a value. */
    // Tokio: sync_oneshot: close_tx, close_rx, async_rx_closed
    @ParameterizedTest
    @MethodSource("forms")
    void closeWithoutAValueFailsTheReceivers(Supplier<OneShot<String>> form) {
        OneShot<String> shot = form.get();
        Future<String> receive = shot.receive();
        events.poll("receive", receive);
        shot.close();
        shot.close();
        events.poll("receive", receive);
        assertFalse(shot.send("a"));
        assertNull(shot.tryReceive());
        events.expect("receive pending", "receive woken", "receive threw " + CLOSED);
    }

    /** Tokio's close_rx, async_rx_closed: the sender waits until nobody wants the value. */
    @ParameterizedTest
    @MethodSource("forms")
    void theSenderLearnsThatItsValueIsNotWanted(Supplier<OneShot<String>> form) {
        OneShot<String> shot = form.get();
        Future<Void> a = shot.closed();
        Future<Void> b = shot.closed();
        Future<Void> c = shot.closed();
        events.poll("a", a);
        events.poll("b", b);
        events.poll("c", c);
        b.cancel();
        shot.close();
        events.poll("a", a);
        events.poll("c", c);
        events.poll("late", shot.closed());
        events.expect("a pending", "b pending", "c pending", "a woken", "c woken", "a ready", "c ready", "late ready");
    }

    /** Tokio's close_try_recv_poll, receiver closes after the send: the value is still there. */
    // Tokio: sync_oneshot: close_try_recv_poll, close_after_recv
    @Test
    void aValueThatIsThereSurvivesClose() {
        OneShot<String> shot = OneShot.of();
        shot.send("a");
        shot.close();
        assertEquals("a", shot.tryReceive());
        assertNull(shot.tryReceive());

        OneShot<String> other = OneShot.of();
        Future<String> receive = other.receive();
        events.poll("receive", receive);
        other.send("b");
        other.close();
        events.poll("receive", receive);
        events.expect("receive pending", "receive woken", "receive ready b");
    }

    @Test
    void theFirstInLineGetsItAndTheOthersFail() {
        OneShot<String> shot = OneShot.of();
        Future<String> a = shot.receive();
        Future<String> b = shot.receive();
        Future<Void> closed = shot.closed();
        events.poll("a", a);
        events.poll("b", b);
        events.poll("closed", closed);
        shot.send("x");
        assertNull(shot.tryReceive());
        events.poll("a", a);
        events.poll("b", b);
        events.expect(
                "a pending",
                "b pending",
                "closed pending",
                "a woken",
                "b woken",
                "closed woken",
                "a ready x",
                "b threw " + CLOSED);
    }

    @Test
    void aCancelledReceiverPassesItOn() {
        OneShot<String> shot = OneShot.of();
        Future<String> a = shot.receive();
        Future<String> b = shot.receive();
        events.poll("a", a);
        events.poll("b", b);
        shot.send("x");
        a.cancel();
        b.cancel();
        assertEquals("x", shot.tryReceive());
        events.expect("a pending", "b pending", "a woken", "b woken");
    }

    @Test
    void withoutBudgetItIsKept() {
        OneShot<String> shot = OneShot.of();
        shot.send("x");
        Future<String> receive = shot.receive();
        events.poll("receive", receive, new Budget(events.waker("receive"), 0));
        assertNull(shot.tryReceive());
        events.poll("receive", receive);
        events.expect("receive woken", "receive pending", "receive ready x");
    }

    // Tokio: sync_oneshot: try_recv_after_completion, drops_tasks, explicit_close_poll
    @Test
    void renewedItTakesAnotherValue() {
        OneShot<String> shot = OneShot.<String>of().named("answer");
        Future<String> receive = shot.receive();
        events.poll("receive", receive);
        String used = "OneShot \"answer\" was renewed while a task waits for it; let it end first";
        assertEquals(
                used, assertThrows(IllegalStateException.class, shot::renew).getMessage());
        shot.send("a");
        assertThrows(IllegalStateException.class, shot::renew);
        events.poll("receive", receive);
        shot.renew();
        assertFalse(shot.isClosed());
        assertTrue(shot.send("b"));
        shot.renew();
        assertNull(shot.tryReceive());
        assertTrue(shot.send("c"));
        assertEquals("c", shot.tryReceive());
        shot.renew();
        events.poll("closed", shot.closed());
        assertThrows(IllegalStateException.class, shot::renew);
        events.expect("receive pending", "receive woken", "receive ready a", "closed pending");
    }

    @Test
    void misuseIsRefused() {
        OneShot<String> shot = OneShot.of();
        assertThrows(NullPointerException.class, () -> shot.send(null));
        events.poll("receive", new OneShot.Receive<>());
        events.poll("closed", new OneShot.Closed());
        events.expect(
                "receive threw IllegalStateException: OneShot.receive() was polled before it was placed in its slot",
                "closed threw IllegalStateException: OneShot.closed() was polled before it was placed in its slot");
    }

    @ParameterizedTest
    @MethodSource("dev.pollen.sync.ChannelSimulationTest#seeds")
    void randomHistories(long seed) {
        Random random = new Random(seed);
        Parties parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        OneShot<Integer> shot = OneShot.of();
        for (int round = 0; round < 30; round++) {
            int value = round;
            List<Integer> received = new ArrayList<>();
            boolean sent = false;
            for (int step = 0; step < 12; step++) {
                switch (random.nextInt(5)) {
                    case 0 -> sent |= shot.send(value);
                    case 1 -> {
                        if (received.isEmpty()) {
                            parties.start(shot.receive(), received::add);
                        }
                    }
                    case 2 -> parties.cancelOne();
                    default -> {
                        if (received.isEmpty()) {
                            parties.runOne();
                        }
                    }
                }
            }
            parties.cancelAll();
            Integer left = shot.tryReceive();
            if (left != null) {
                received.add(left);
            }
            assertEquals(sent ? List.of(value) : List.of(), received);
            shot.renew();
        }
    }

    @Test
    @Timeout(120)
    void betweenThreadsEachValueIsReceivedOnce() throws Exception {
        AtomicInteger received = new AtomicInteger();
        for (int i = 0; i < 500; i++) {
            int value = i;
            OneShot<Integer> shot = OneShot.of();
            Threads.Body receiver = () -> {
                try {
                    Future<Integer> first = shot.receive();
                    if (first.poll(Context.of(() -> {})) == Poll.READY) {
                        received.addAndGet(first.get() - value + 1);
                        return;
                    }
                    first.cancel();
                    received.addAndGet(Threads.await(shot.receive()) - value + 1);
                } catch (ChannelClosedException late) {
                    assertTrue(shot.isClosed());
                }
            };
            Threads.run(receiver, receiver, () -> assertTrue(shot.send(value)));
        }
        assertEquals(500, received.get());
    }
}
