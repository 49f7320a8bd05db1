// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.sync.Mutex.Guard;
import dev.pollen.testing.Threads;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code of} promises between threads. Something lost shows as a test that does not end. */
@Timeout(120)
final class ThreadsTest {
    private static final int ROUNDS = 20_000;

    /** Polls once; a future that is pending is cancelled. */
    private static boolean impatient(Future<?> future) {
        boolean ready = future.poll(Context.of(() -> {})) == Poll.READY;
        future.cancel();
        return ready;
    }

    // Embassy: channel: receiver_receives_given_try_send_async
    @Test
    void eachReceiverSeesTheValuesOfASenderInOrder() throws Exception {
        Channel<Integer> channel = Channel.of(4);
        BitSet first = new BitSet();
        BitSet second = new BitSet();
        Threads.run(
                () -> {
                    Threads.run(() -> send(channel, 0), () -> send(channel, 1));
                    channel.close();
                },
                () -> receiveInOrder(channel, first),
                () -> receiveInOrder(channel, second));
        assertTrue(!first.intersects(second));
        first.or(second);
        assertEquals(2 * ROUNDS, first.cardinality());
    }

    private static void send(Channel<Integer> channel, int parity) throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            Threads.await(channel.send(2 * i + parity));
        }
    }

    private static void receiveInOrder(Channel<Integer> channel, BitSet seen) throws InterruptedException {
        int[] last = {-1, -1};
        try {
            for (; ; ) {
                int value = Threads.await(channel.receive());
                assertTrue(value > last[value & 1]);
                last[value & 1] = value;
                seen.set(value);
            }
        } catch (ChannelClosedException end) {
            assertNull(channel.tryReceive());
        }
    }

    @Test
    void cancelledSendsAndReceivesLoseAndDoubleNothing() throws Exception {
        Channel<Integer> channel = Channel.of(2);
        BitSet first = new BitSet();
        BitSet second = new BitSet();
        Threads.run(
                () -> {
                    Threads.run(() -> sendImpatiently(channel, 0), () -> sendImpatiently(channel, 1));
                    channel.close();
                },
                () -> receiveImpatiently(channel, first, 1),
                () -> receiveImpatiently(channel, second, 2));
        assertTrue(!first.intersects(second));
        first.or(second);
        assertEquals(2 * ROUNDS, first.cardinality());
    }

    private static void sendImpatiently(Channel<Integer> channel, int parity) throws InterruptedException {
        Random random = new Random(parity);
        for (int i = 0; i < ROUNDS; i++) {
            int value = 2 * i + parity;
            while (random.nextBoolean()) {
                if (impatient(channel.send(value))) {
                    value = -1;
                    break;
                }
            }
            if (value >= 0) {
                Threads.await(channel.send(value));
            }
        }
    }

    private static void receiveImpatiently(Channel<Integer> channel, BitSet seen, long seed)
            throws InterruptedException {
        Random random = new Random(seed);
        try {
            for (; ; ) {
                Future<Integer> receive = channel.receive();
                int value;
                if (random.nextBoolean()) {
                    if (!impatient(receive)) {
                        continue;
                    }
                    value = receive.get();
                } else {
                    value = Threads.await(receive);
                }
                assertTrue(!seen.get(value));
                seen.set(value);
            }
        } catch (ChannelClosedException end) {
            // Another receiver may have given its value back after this one saw the channel empty.
            for (Integer value = channel.tryReceive(); value != null; value = channel.tryReceive()) {
                seen.set(value);
            }
        }
    }

    @Test
    void oneThreadHoldsAMutex() throws Exception {
        int[] counter = {0};
        Mutex<int[]> mutex = Mutex.of(counter);
        Threads.Body body = () -> {
            Random random = new Random(Thread.currentThread().getId());
            for (int i = 0; i < ROUNDS; i++) {
                if (random.nextInt(4) == 0) {
                    Future<Guard<int[]>> lock = mutex.lock();
                    if (impatient(lock)) {
                        lock.get().close();
                    }
                }
                try (Guard<int[]> guard = Threads.await(mutex.lock())) {
                    guard.get()[0]++;
                }
            }
        };
        Threads.run(body, body, body);
        assertEquals(3 * ROUNDS, counter[0]);
    }

    @Test
    void aPermitIsNeverLostAndNeverDoubled() throws Exception {
        int[] counter = {0};
        Notification permit = Notification.of();
        permit.notifyOne();
        Threads.Body body = () -> {
            Random random = new Random(Thread.currentThread().getId());
            for (int i = 0; i < ROUNDS; i++) {
                if (random.nextInt(4) == 0 && impatient(permit.notified())) {
                    permit.notifyOne();
                }
                Threads.await(permit.notified());
                counter[0]++;
                permit.notifyOne();
            }
        };
        Threads.run(body, body, body);
        assertEquals(3 * ROUNDS, counter[0]);
    }

    @Test
    void notifyAllWakesEachThatWaits() throws Exception {
        Notification round = Notification.of();
        Channel<Integer> waiting = Channel.of(2);
        Threads.Body waiter = () -> {
            for (int i = 0; i < ROUNDS; i++) {
                Future<Void> notified = round.notified();
                Context cx = Context.of(() -> {});
                assertEquals(Poll.PENDING, notified.poll(cx));
                Threads.await(waiting.send(i));
                Threads.await(notified);
            }
        };
        Threads.run(waiter, waiter, () -> {
            for (int i = 0; i < ROUNDS; i++) {
                Threads.await(waiting.receive());
                Threads.await(waiting.receive());
                round.notifyAllWaiters();
            }
        });
    }

    @Test
    void theLastValueOfASignalArrives() throws Exception {
        Signal<Integer> signal = Signal.of();
        Threads.run(
                () -> {
                    for (int i = 1; i <= ROUNDS; i++) {
                        signal.signal(i);
                    }
                },
                () -> {
                    Random random = new Random(1);
                    int last = 0;
                    while (last < ROUNDS) {
                        Future<Integer> take = signal.take();
                        int value = last;
                        if (random.nextBoolean()) {
                            value = Threads.await(take);
                        } else if (impatient(take)) {
                            value = take.get();
                        } else {
                            continue;
                        }
                        assertTrue(value > last);
                        last = value;
                    }
                });
    }
}
