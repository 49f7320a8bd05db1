// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.testing.Events;
import dev.pollen.testing.Threads;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments name the scenarios of Tokio's sync_broadcast. */
final class BroadcastTest {
    private final Events events = new Events();

    static Stream<IntFunction<Broadcast<String>>> forms() {
        return Stream.of(Broadcast::of, Broadcast::local);
    }

    /** send_try_recv_bounded, send_two_recv, send_recv_bounded. */
    @ParameterizedTest
    @MethodSource("forms")
    void eachSubscriberGetsEachMessage(IntFunction<Broadcast<String>> form) {
        Broadcast<String> broadcast = form.apply(16);
        assertEquals(0, broadcast.send("nobody"));
        Subscriber<String> a = broadcast.subscribe();
        Subscriber<String> b = broadcast.subscribe();
        Future<String> next = a.next();
        events.poll("a", next);
        assertEquals(2, broadcast.send("hello"));
        events.poll("a", next);
        events.poll("b", b.next());
        assertNull(b.tryNext());
        events.expect("a pending", "a woken", "a ready hello", "b ready hello");
    }

    /** lagging_rx: two slots, and one that is behind. */
    @ParameterizedTest
    @MethodSource("forms")
    void lagging_rx(IntFunction<Broadcast<String>> form) {
        Broadcast<String> broadcast = form.apply(2);
        Subscriber<String> a = broadcast.subscribe();
        Subscriber<String> b = broadcast.subscribe();
        broadcast.send("one");
        assertEquals("one", a.tryNext());
        broadcast.send("two");
        assertEquals("two", a.tryNext());
        broadcast.send("three");
        events.poll("b", b.next());
        assertEquals("two", b.tryNext());
        broadcast.send("four");
        assertEquals("three", b.tryNext());
        assertEquals("four", b.tryNext());
        events.expect("b threw LaggedException: 1 message was missed");
    }

    /** change_tasks, the ring wraps around many times. */
    // Tokio: sync_broadcast: change_tasks, lagging_receiver_recovers_after_wrap
    @Test
    void theRingWrapsAround() {
        Broadcast<String> broadcast = Broadcast.of(3);
        Subscriber<String> reads = broadcast.subscribe();
        for (int i = 0; i < 100; i++) {
            broadcast.send("a" + i);
            broadcast.send("b" + i);
            assertEquals("a" + i, reads.tryNext());
            assertEquals("b" + i, reads.tryNext());
        }
        for (int i = 0; i < 100; i++) {
            broadcast.send("c" + i);
        }
        assertEquals(97, assertThrows(LaggedException.class, reads::tryNext).missed());
        assertEquals("c97", reads.tryNext());
        assertFalse(broadcast.isEmpty());
        assertEquals(2, broadcast.size());
        assertEquals(3, broadcast.capacity());
    }

    /** receiver_close, drop_rx_while_values_remain. */
    // Tokio: sync_broadcast: drop_rx_while_values_remain, receiver_count
    @Test
    void aSubscriberThatGoesLeavesNothing() {
        Broadcast<String> broadcast = Broadcast.of(2);
        Subscriber<String> a = broadcast.subscribe();
        Subscriber<String> b = broadcast.subscribe();
        broadcast.send("x");
        a.close();
        assertEquals(1, broadcast.size());
        assertEquals(1, broadcast.subscribers());
        b.close();
        assertEquals(0, broadcast.size());
        assertTrue(broadcast.isEmpty());
    }

    /** resubscribe_points_to_tail, resubscribe_lagged: a new subscriber begins at the end. */
    @Test
    void aNewSubscriberBeginsAtTheEnd() {
        Broadcast<String> broadcast = Broadcast.of(1);
        Subscriber<String> a = broadcast.subscribe();
        broadcast.send("x");
        broadcast.send("y");
        Subscriber<String> b = broadcast.subscribe();
        assertNull(b.tryNext());
        broadcast.send("z");
        assertEquals("z", b.tryNext());
        assertThrows(LaggedException.class, a::tryNext);
        assertEquals("z", a.tryNext());
    }

    /** sender closed: the rest is read, then the end. */
    @Test
    void closeIsSeenAfterTheRest() {
        Broadcast<String> broadcast = Broadcast.<String>of(2).named("news");
        Subscriber<String> reads = broadcast.subscribe();
        broadcast.send("x");
        broadcast.close();
        assertTrue(broadcast.isClosed());
        assertEquals(0, broadcast.send("y"));
        events.poll("reads", reads.next());
        events.poll("reads", reads.next());
        events.expect("reads ready x", "reads threw ChannelClosedException: the channel is closed");
        assertThrows(NullPointerException.class, () -> broadcast.send(null));
        assertThrows(IllegalArgumentException.class, () -> Broadcast.of(0));
    }

    @Test
    @Timeout(120)
    void betweenThreadsMessagesIncreaseAndTheMissedAreCounted() throws Exception {
        int rounds = 20_000;
        Broadcast<Integer> broadcast = Broadcast.of(8);
        Subscriber<Integer> first = broadcast.subscribe();
        Subscriber<Integer> second = broadcast.subscribe();
        Threads.run(() -> read(first, rounds), () -> read(second, rounds), () -> {
            for (int i = 0; i < rounds; i++) {
                broadcast.send(i);
            }
            broadcast.close();
        });
    }

    private static void read(Subscriber<Integer> subscriber, int rounds) throws InterruptedException {
        long expected = 0;
        try {
            for (; ; ) {
                try {
                    assertEquals(expected, (long) Threads.await(subscriber.next()));
                    expected++;
                } catch (LaggedException lagged) {
                    expected += lagged.missed();
                }
            }
        } catch (ChannelClosedException end) {
            assertEquals(rounds, expected);
        }
    }
}
