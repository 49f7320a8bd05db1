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
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments name the scenarios of Embassy's pubsub tests. */
final class PubSubChannelTest {
    private static final String CLOSED = "ChannelClosedException: the channel is closed";

    private final Events events = new Events();

    static Stream<IntFunction<PubSubChannel<Integer>>> forms() {
        return Stream.of(PubSubChannel::of, PubSubChannel::local);
    }

    // Embassy: pubsub: dyn_pub_sub_works, all_subscribers_receive
    @ParameterizedTest
    @MethodSource("forms")
    void all_subscribers_receive(IntFunction<PubSubChannel<Integer>> form) {
        PubSubChannel<Integer> channel = form.apply(4);
        Subscriber<Integer> a = channel.subscribe();
        Subscriber<Integer> b = channel.subscribe();
        events.poll("publish", channel.publish(42));
        events.poll("a", a.next());
        events.poll("b", b.next());
        assertNull(a.tryNext());
        assertNull(b.tryNext());
        events.expect("publish ready", "a ready 42", "b ready 42");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aMessageWakesAllThatWaitInOrder(IntFunction<PubSubChannel<Integer>> form) {
        PubSubChannel<Integer> channel = form.apply(1);
        Future<Integer> a = channel.subscribe().next();
        Future<Integer> b = channel.subscribe().next();
        Future<Integer> c = channel.subscribe().next();
        events.poll("a", a);
        events.poll("b", b);
        events.poll("c", c);
        b.cancel();
        events.poll("publish", channel.publish(1));
        events.poll("c", c);
        events.poll("a", a);
        events.expect(
                "a pending", "b pending", "c pending", "a woken", "c woken", "publish ready", "c ready 1", "a ready 1");
    }

    @Test
    void lag_when_queue_full_on_immediate_publish() {
        PubSubChannel<Integer> channel = PubSubChannel.of(4);
        Subscriber<Integer> loud = channel.subscribe();
        Subscriber<Integer> quiet = channel.subscribe();
        for (int i = 42; i < 48; i++) {
            assertTrue(channel.publishImmediate(i));
        }
        LaggedException lagged = assertThrows(LaggedException.class, loud::tryNext);
        assertEquals(2, lagged.missed());
        assertEquals("2 messages were missed", lagged.getMessage());
        for (int i = 44; i < 48; i++) {
            assertEquals(i, loud.tryNext());
        }
        assertNull(loud.tryNext());
        events.poll("quiet", quiet.nextKept());
        assertEquals(2, quiet.missed());
        assertEquals(45, quiet.tryNextKept());
        events.expect("quiet ready 44");
    }

    /** Upstream has a limit to both, which frees when one is dropped; here there is none. */
    @Test
    void limited_subs_and_pubs() {
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        List<Subscriber<Integer>> subscribers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            subscribers.add(channel.subscribe());
        }
        assertEquals(100, channel.subscribers());
        channel.tryPublish(7);
        for (Subscriber<Integer> each : subscribers) {
            assertEquals(7, each.tryNext());
            each.close();
            each.close();
        }
        assertEquals(0, channel.subscribers());
    }

    @Test
    void publisher_wait_on_full_queue() {
        PubSubChannel<Integer> channel = PubSubChannel.of(2);
        // Never full without subscribers.
        for (int i = 0; i < 5; i++) {
            events.poll("p", channel.publish(i));
        }
        events.forget();
        Subscriber<Integer> a = channel.subscribe();
        Subscriber<Integer> b = channel.subscribe();
        assertTrue(channel.tryPublish(1) && channel.tryPublish(2));
        assertFalse(channel.tryPublish(3));
        assertTrue(channel.isFull());
        Future<Void> p = channel.publish(3);
        Future<Void> q = channel.publish(4);
        events.poll("p", p);
        events.poll("q", q);
        assertEquals(1, a.tryNext());
        events.expect("p pending", "q pending");
        assertEquals(1, b.tryNext());
        assertFalse(channel.tryPublish(9));
        events.poll("p", p);
        events.expect("p woken", "p ready");
        p = channel.publish(5);
        assertEquals(2, a.tryNext());
        b.close();
        events.poll("q", q);
        assertEquals(3, a.tryNext());
        assertEquals(4, a.tryNext());
        events.expect("q woken", "q ready");
    }

    @Test
    void correct_available() {
        PubSubChannel<Integer> channel = PubSubChannel.of(4);
        Subscriber<Integer> a = channel.subscribe();
        assertEquals(0, a.available());
        channel.tryPublish(1);
        Subscriber<Integer> b = channel.subscribe();
        channel.tryPublish(2);
        assertEquals(2, a.available());
        assertEquals(1, b.available());
        a.tryNext();
        assertEquals(1, a.available());
        for (int i = 0; i < 10; i++) {
            channel.publishImmediate(i);
        }
        assertEquals(4, a.available());
        a.close();
        assertEquals(0, a.available());
    }

    @Test
    void correct_len() {
        PubSubChannel<Integer> channel = PubSubChannel.of(4);
        Subscriber<Integer> a = channel.subscribe();
        Subscriber<Integer> b = channel.subscribe();
        assertTrue(channel.isEmpty());
        channel.tryPublish(1);
        channel.tryPublish(2);
        assertEquals(2, channel.size());
        a.tryNext();
        a.tryNext();
        assertEquals(2, channel.size());
        b.tryNext();
        assertEquals(1, channel.size());
        assertEquals(3, channel.freeCapacity());
        b.tryNext();
        assertEquals(0, channel.size());
        assertEquals(4, channel.capacity());
    }

    @Test
    void empty_channel_when_last_subscriber_is_dropped() {
        PubSubChannel<Integer> channel = PubSubChannel.of(4);
        Subscriber<Integer> a = channel.subscribe();
        Subscriber<Integer> b = channel.subscribe();
        channel.tryPublish(1);
        channel.tryPublish(2);
        a.tryNext();
        a.close();
        assertEquals(2, channel.size());
        b.close();
        assertEquals(0, channel.size());
        assertEquals(4, channel.freeCapacity());
    }

    /** Embassy D4: a subscriber that has lagged is dropped, its counts stay, and publish waits for ever. */
    @Test
    void aSubscriberThatLagsMayGo() {
        PubSubChannel<Integer> channel = PubSubChannel.of(2);
        Subscriber<Integer> lagging = channel.subscribe();
        Subscriber<Integer> reads = channel.subscribe();
        for (int i = 0; i < 5; i++) {
            channel.publishImmediate(i);
        }
        Future<Void> publish = channel.publish(5);
        events.poll("publish", publish);
        lagging.close();
        assertEquals(3, reads.tryNextKept());
        events.poll("publish", publish);
        assertEquals(4, reads.tryNext());
        assertEquals(5, reads.tryNext());
        assertTrue(channel.isEmpty());
        events.expect("publish pending", "publish woken", "publish ready");
    }

    @Test
    void aCancelledPublisherPassesItsSlotOn() {
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        Subscriber<Integer> reads = channel.subscribe();
        channel.tryPublish(1);
        Future<Void> a = channel.publish(2);
        Future<Void> b = channel.publish(3);
        events.poll("a", a);
        events.poll("b", b);
        reads.tryNext();
        a.cancel();
        events.poll("b", b);
        assertEquals(3, reads.tryNext());
        events.expect("a pending", "b pending", "a woken", "b woken", "b ready");
    }

    /** All slots are promised to publishers, and somebody does not wait: nobody loses his promise. */
    @Test
    void publishImmediateStealsNoPromise() {
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        Subscriber<Integer> reads = channel.subscribe();
        channel.tryPublish(1);
        Future<Void> promised = channel.publish(3);
        events.poll("promised", promised);
        assertEquals(1, reads.tryNext());
        assertTrue(channel.publishImmediate(2));
        events.poll("promised", promised);
        assertEquals(2, reads.tryNext());
        assertFalse(channel.tryPublish(9));
        assertEquals(3, reads.tryNext());
        assertEquals(1, channel.freeCapacity());
        assertTrue(channel.tryPublish(4));
        assertFalse(channel.tryPublish(5));
        events.expect("promised pending", "promised woken", "promised ready");
        // The same, and cleared.
        promised = channel.publish(6);
        events.poll("promised", promised);
        reads.tryNext();
        channel.publishImmediate(5);
        assertEquals(1, channel.clear());
        events.poll("promised", promised);
        assertEquals(1, assertThrows(LaggedException.class, reads::tryNext).missed());
        assertEquals(6, reads.tryNext());
        assertEquals(1, channel.freeCapacity());
    }

    @Test
    void whoWasWokenAndHasMissedItsMessageIsTold() {
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        Subscriber<Integer> reads = channel.subscribe();
        Future<Integer> next = reads.next();
        events.poll("next", next);
        channel.publishImmediate(1);
        channel.publishImmediate(2);
        events.poll("next", next);
        events.poll("next", reads.next());
        Future<Integer> kept = reads.nextKept();
        events.poll("kept", kept);
        channel.publishImmediate(3);
        channel.clear();
        // Woken, and there is nothing left: it waits on.
        events.poll("kept", kept);
        channel.tryPublish(4);
        events.poll("kept", kept);
        events.expect(
                "next pending",
                "next woken",
                "next threw LaggedException: 1 message was missed",
                "next ready 2",
                "kept pending",
                "kept woken",
                "kept pending",
                "kept woken",
                "kept ready 4");
        assertEquals(2, reads.missed());
    }

    @Test
    void clearWakesThePublishers() {
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        Subscriber<Integer> reads = channel.subscribe();
        channel.tryPublish(1);
        Future<Void> publish = channel.publish(2);
        events.poll("publish", publish);
        assertEquals(1, channel.clear());
        events.poll("publish", publish);
        assertThrows(LaggedException.class, reads::tryNext);
        assertEquals(2, reads.tryNext());
        events.expect("publish pending", "publish woken", "publish ready");
    }

    @Test
    void subscribersDrainAClosedChannel() {
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        Subscriber<Integer> reads = channel.subscribe();
        Subscriber<Integer> upToDate = channel.subscribe();
        channel.tryPublish(1);
        upToDate.tryNext();
        Future<Integer> next = upToDate.next();
        Future<Void> publish = channel.publish(2);
        events.poll("next", next);
        events.poll("publish", publish);
        channel.close();
        assertTrue(channel.isClosed());
        assertFalse(channel.publishImmediate(3));
        assertFalse(channel.tryPublish(3));
        events.poll("next", next);
        events.poll("publish", publish);
        events.poll("reads", reads.next());
        events.poll("reads", reads.next());
        events.expect(
                "next pending",
                "publish pending",
                "publish woken",
                "next woken",
                "next threw " + CLOSED,
                "publish threw " + CLOSED,
                "reads ready 1",
                "reads threw " + CLOSED);
    }

    @Test
    void aSubscriberBelongsToOneTask() {
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        Subscriber<Integer> reads = channel.subscribe();
        Future<Integer> first = reads.next();
        events.poll("first", first);
        events.poll("second", reads.next());
        reads.close();
        events.poll("first", first);
        events.poll("third", reads.next());
        events.expect(
                "first pending",
                "second threw IllegalStateException: a Subscriber is used by one task at a time, and one waits already;"
                        + " subscribe for each task",
                "first woken",
                "first threw " + CLOSED,
                "third threw " + CLOSED);
        assertNull(reads.tryNext());
    }

    @Test
    void withoutBudgetTheMessageIsStillThere() {
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        Subscriber<Integer> reads = channel.subscribe();
        channel.tryPublish(1);
        Future<Integer> next = reads.next();
        events.poll("next", next, new Budget(events.waker("next"), 0));
        next.cancel();
        assertEquals(1, reads.tryNext());
        events.expect("next woken", "next pending");
    }

    @Test
    void misuseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PubSubChannel.of(0));
        PubSubChannel<Integer> channel = PubSubChannel.of(1);
        assertThrows(NullPointerException.class, () -> channel.publish(null));
        assertThrows(NullPointerException.class, () -> channel.tryPublish(null));
        assertThrows(NullPointerException.class, () -> channel.publishImmediate(null));
        events.poll("next", new Subscriber.Next<>());
        events.poll("publish", new PubSubChannel.Publish<>());
        events.expect(
                "next threw IllegalStateException: Subscriber.next() was polled before it was placed in its slot",
                "publish threw IllegalStateException: PubSubChannel.publish(message) was polled before it was placed in"
                        + " its slot");
    }

    private static final class Reader {
        private final Subscriber<Integer> subscriber;
        private final int from;
        private final List<Integer> read = new ArrayList<>();
        private Future<Integer> next;

        Reader(Subscriber<Integer> subscriber, int from) {
            this.subscriber = subscriber;
            this.from = from;
        }
    }

    /** Subscribers come and go, publishers are cancelled: each reads all from its begin on, in order, but what it missed. */
    @ParameterizedTest
    @MethodSource("dev.pollen.sync.ChannelSimulationTest#seeds")
    void randomHistories(long seed) {
        Random random = new Random(seed);
        Parties parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        // In every third history nobody publishes without waiting: then nobody misses anything.
        boolean lossless = seed % 3 == 0;
        PubSubChannel<Integer> channel = PubSubChannel.of(1 + random.nextInt(4));
        List<Integer> published = new ArrayList<>();
        List<Reader> readers = new ArrayList<>();
        int[] next = {0};
        for (int step = 0; step < 500; step++) {
            Reader reader = readers.isEmpty() ? null : readers.get(random.nextInt(readers.size()));
            switch (random.nextInt(12)) {
                case 0, 1 -> {
                    int message = next[0]++;
                    parties.start(channel.publish(message), nothing -> published.add(message));
                }
                case 2 -> {
                    if (!lossless) {
                        published.add(next[0]);
                        assertTrue(channel.publishImmediate(next[0]++));
                    }
                }
                case 3 -> {
                    if (readers.size() < 4) {
                        readers.add(new Reader(channel.subscribe(), published.size()));
                    }
                }
                case 4 -> {
                    if (reader != null && random.nextInt(4) == 0) {
                        parties.cancel(reader.next);
                        reader.subscriber.close();
                        readers.remove(reader);
                        check(reader, published, lossless);
                    }
                }
                case 5, 6, 7 -> {
                    if (reader != null && reader.next == null) {
                        reader.next = reader.subscriber.nextKept();
                        parties.start(reader.next, message -> {
                            reader.next = null;
                            reader.read.add(message);
                        });
                    }
                }
                case 8 -> {
                    if (reader != null && reader.next != null && parties.cancel(reader.next)) {
                        reader.next = null;
                    }
                }
                default -> parties.runOne();
            }
            assertTrue(channel.size() <= channel.capacity() + 1);
        }
        parties.cancelAll();
        for (Reader reader : readers) {
            for (Integer message = reader.subscriber.tryNextKept();
                    message != null;
                    message = reader.subscriber.tryNextKept()) {
                reader.read.add(message);
            }
            assertEquals(published.size() - reader.from, reader.read.size() + reader.subscriber.missed());
            check(reader, published, lossless);
        }
        assertTrue(channel.isEmpty());
        assertEquals(channel.capacity(), channel.freeCapacity());
    }

    private static void check(Reader reader, List<Integer> published, boolean lossless) {
        int place = reader.from;
        for (Integer message : reader.read) {
            if (lossless) {
                assertEquals(published.get(place), message);
            }
            while (!published.get(place).equals(message)) {
                place++;
            }
            place++;
        }
    }

    @Test
    @Timeout(120)
    void betweenThreadsEachSubscriberReadsAll() throws Exception {
        int rounds = 5_000;
        PubSubChannel<Integer> channel = PubSubChannel.of(3);
        List<Subscriber<Integer>> subscribers = List.of(channel.subscribe(), channel.subscribe());
        Threads.Body[] bodies = new Threads.Body[4];
        for (int i = 0; i < 2; i++) {
            int parity = i;
            bodies[i] = () -> {
                Random random = new Random(parity);
                for (int n = 0; n < rounds; n++) {
                    Future<Void> impatient = channel.publish(2 * n + parity);
                    if (random.nextInt(4) == 0) {
                        boolean ready = impatient.poll(Context.of(() -> {})) == Poll.READY;
                        impatient.cancel();
                        if (ready) {
                            continue;
                        }
                    }
                    Threads.await(channel.publish(2 * n + parity));
                }
            };
            Subscriber<Integer> subscriber = subscribers.get(i);
            bodies[2 + i] = () -> {
                int[] last = {-2, -1};
                for (int n = 0; n < 2 * rounds; n++) {
                    int message = Threads.await(subscriber.next());
                    assertEquals(last[message & 1] + 2, message);
                    last[message & 1] = message;
                }
                subscriber.close();
            };
        }
        Threads.run(bodies);
        assertTrue(channel.isEmpty());
        assertEquals(3, channel.freeCapacity());
    }
}
