// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.platform.RemoteQueue.Offer;
import dev.pollen.testing.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes in comes out, in order and once. */
@Timeout(120)
final class RemoteQueueTest {
    private static final class Link extends RemoteLink {
        private final int number;
        private int taken;

        Link(int number) {
            this.number = number;
        }
    }

    private final RemoteQueue queue = new RemoteQueue();
    private final Link a = new Link(1);
    private final Link b = new Link(2);
    private final Link c = new Link(3);

    private List<Integer> drain() {
        List<Integer> numbers = new ArrayList<>();
        RemoteLink link = queue.takeAll();
        while (link != null) {
            assertTrue(link.isRemoteQueued());
            RemoteLink next = RemoteQueue.release(link);
            numbers.add(((Link) link).number);
            link = next;
        }
        return numbers;
    }

    @Test
    void theOrderIsThatOfTheOffers() {
        assertEquals(Offer.FIRST, queue.offer(a));
        assertEquals(Offer.QUEUED, queue.offer(b));
        assertEquals(Offer.QUEUED, queue.offer(c));
        assertEquals(List.of(1, 2, 3), drain());
        assertTrue(queue.isEmpty());
        assertNull(queue.takeAll());
    }

    @Test
    void aLinkIsQueuedOnce() {
        queue.offer(a);
        assertEquals(Offer.REFUSED, queue.offer(a));
        assertEquals(Offer.QUEUED, queue.offer(b));
        assertEquals(Offer.REFUSED, queue.offer(a));
        assertEquals(List.of(1, 2), drain());
        assertFalse(a.isRemoteQueued());
        assertEquals(Offer.FIRST, queue.offer(a));
    }

    @Test
    void aLinkThatWasTakenIsQueuedUntilItIsReleased() {
        queue.offer(a);
        queue.offer(b);
        RemoteLink oldest = queue.takeAll();
        assertEquals(Offer.REFUSED, queue.offer(b));
        RemoteLink next = RemoteQueue.release(oldest);
        assertEquals(Offer.FIRST, queue.offer(a));
        assertNull(RemoteQueue.release(next));
        assertEquals(List.of(1), drain());
    }

    @Test
    void betweenThreadsNothingIsLost() throws Exception {
        int rounds = 50_000;
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        int[] taken = new int[1];
        Link[] links = {a, b, c};
        Threads.Body offer = () -> {
            for (int i = 0; i < rounds; i++) {
                if (queue.offer(links[i % links.length]) != Offer.REFUSED) {
                    accepted.incrementAndGet();
                }
            }
            ended.incrementAndGet();
        };
        Threads.run(offer, offer, () -> {
            boolean last;
            do {
                last = ended.get() == 2;
                taken[0] += drain().size();
            } while (!last);
        });
        assertEquals(accepted.get(), taken[0]);
        assertTrue(taken[0] > 0);
    }

    @Test
    void aRefusedOfferStillPublishes() throws Exception {
        int rounds = 50_000;
        AtomicInteger ended = new AtomicInteger();
        int[] written = new int[1];
        Threads.run(
                () -> {
                    for (int i = 1; i <= rounds; i++) {
                        written[0] = i;
                        queue.offer(a);
                    }
                    ended.incrementAndGet();
                },
                () -> {
                    boolean last;
                    do {
                        last = ended.get() == 1;
                        if (!drain().isEmpty()) {
                            a.taken = written[0];
                        }
                    } while (!last);
                });
        assertEquals(rounds, a.taken);
    }
}
