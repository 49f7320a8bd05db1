// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import dev.pollen.testing.Parties;
import dev.pollen.testing.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WatchTest {
    private static final String CLOSED = "ChannelClosedException: the channel is closed";

    private final Events events = new Events();

    static Stream<Supplier<Watch<Integer>>> forms() {
        return Stream.of(Watch::of, Watch::local);
    }

    /** Embassy's multiple_sends. */
    @ParameterizedTest
    @MethodSource("forms")
    void eachChangeIsSeenOnceAndTheLastOneCounts(Supplier<Watch<Integer>> form) {
        Watch<Integer> watch = form.get();
        WatchReceiver<Integer> receiver = watch.receiver();
        watch.send(10);
        events.poll("changed", receiver.changed());
        assertNull(receiver.tryChanged());
        watch.send(20);
        watch.send(30);
        events.poll("changed", receiver.changed());
        events.poll("changed", receiver.changed());
        events.expect("changed ready 10", "changed ready 30", "changed pending");
    }

    // Embassy: watch: multiple_receivers; Embassy: watch: max_receivers_drop, dynamic_receiver_count; Tokio:
    // sync_watch: single_rx_recv, multi_rx, initial value is seen
    @ParameterizedTest
    @MethodSource("forms")
    void aValueWakesAllThatWaitInOrder(Supplier<Watch<Integer>> form) {
        Watch<Integer> watch = form.get();
        Future<Integer> a = watch.receiver().changed();
        Future<Integer> b = watch.receiver().get();
        Future<Integer> c = watch.receiver().changed();
        events.poll("a", a);
        events.poll("b", b);
        events.poll("c", c);
        b.cancel();
        watch.send(1);
        watch.send(2);
        events.poll("c", c);
        events.poll("a", a);
        events.expect("a pending", "b pending", "c pending", "a woken", "c woken", "c ready 2", "a ready 2");
    }

    /** Embassy's all_try_get. */
    // Embassy: watch: all_try_get, contains_value; Tokio: sync_watch: borrow_and_update, wait_for, send_if_modified
    @Test
    void readingWithoutWaiting() {
        Watch<Integer> watch = Watch.of();
        WatchReceiver<Integer> receiver = watch.receiver();
        assertNull(watch.tryGet());
        assertNull(receiver.tryGet());
        assertFalse(watch.hasValue());
        watch.send(10);
        assertEquals(10, watch.tryGet());
        assertTrue(receiver.hasChanged());
        assertEquals(10, receiver.tryGet());
        assertFalse(receiver.hasChanged());
        assertEquals(-1, receiver.tryChangedOr(-1));
        assertEquals(10, receiver.tryGetOr(-1));
    }

    /** Embassy's once_lock_like: get gives the value again and again. */
    @Test
    void getWaitsForTheFirstValueAlone() {
        Watch<Integer> watch = Watch.of();
        WatchReceiver<Integer> receiver = watch.receiver();
        Future<Integer> get = receiver.get();
        events.poll("get", get);
        watch.send(42);
        events.poll("get", get);
        events.poll("get", receiver.get());
        events.poll("changed", receiver.changed());
        events.expect("get pending", "get woken", "get ready 42", "get ready 42", "changed pending");
    }

    /** Embassy's receive_after_create, and the value of new_with. */
    @Test
    void whatWasSentBeforeIsNewWhatItWasMadeWithIsNot() {
        Watch<Integer> watch = Watch.of(1);
        WatchReceiver<Integer> early = watch.receiver();
        assertNull(early.tryChanged());
        events.poll("get", early.get());
        watch.send(2);
        WatchReceiver<Integer> late = watch.receiver();
        assertEquals(2, early.tryChanged());
        assertEquals(2, late.tryChanged());
        events.expect("get ready 1");
    }

    /** Embassy's sender_modify. */
    @Test
    void aValueIsComputedFromTheOneBefore() {
        Watch<Integer> watch = Watch.of();
        WatchReceiver<Integer> receiver = watch.receiver();
        assertFalse(watch.modify(before -> before + 1));
        watch.send(10);
        receiver.tryGet();
        assertTrue(watch.modify(before -> before + 1));
        assertEquals(11, receiver.tryChanged());
        Future<Integer> changed = receiver.changed();
        events.poll("changed", changed);
        assertFalse(watch.modify(before -> before));
        events.expect("changed pending");
        assertThrows(NullPointerException.class, () -> watch.modify(before -> null));
        watch.close();
        assertFalse(watch.modify(before -> before + 1));
    }

    /** Embassy D14: user code runs inside the lock. */
    @Test
    void aChangeMayUseTheWatchAndIsComputedAgainThen() {
        Watch<Integer> watch = Watch.of(1);
        List<Integer> asked = new ArrayList<>();
        assertTrue(watch.modify(before -> {
            asked.add(before);
            if (before == 1) {
                watch.send(10);
            }
            return before + 1;
        }));
        assertEquals(List.of(1, 10), asked);
        assertEquals(11, watch.tryGet());
    }

    /** Embassy's predicate_fn: a value that is not accepted is not seen. */
    @Test
    void aConditionIsAskedOncePerValue() {
        Watch<Integer> watch = Watch.of(1);
        WatchReceiver<Integer> receiver = watch.receiver();
        List<Integer> asked = new ArrayList<>();
        Future<Integer> high = receiver.getIf(value -> {
            asked.add(value);
            return value > 10;
        });
        events.poll("high", high);
        events.poll("high", high);
        watch.send(5);
        events.poll("high", high);
        assertTrue(receiver.hasChanged());
        watch.send(11);
        events.poll("high", high);
        assertFalse(receiver.hasChanged());
        events.expect("high pending", "high pending", "high woken", "high pending", "high woken", "high ready 11");
        assertEquals(List.of(1, 5, 11), asked);
        events.poll("same", receiver.getIf(value -> value > 10));
        events.poll("next", receiver.changedIf(value -> value > 10));
        events.expect("same ready 11", "next pending");
    }

    /** Embassy's predicate_fn: try_get_and, try_changed_and. */
    @Test
    void aConditionMayBeAskedWithoutWaiting() {
        Watch<Integer> watch = Watch.of();
        WatchReceiver<Integer> receiver = watch.receiver();
        assertNull(receiver.tryGetIf(value -> true));
        watch.send(5);
        assertNull(receiver.tryChangedIf(value -> value > 10));
        assertTrue(receiver.hasChanged());
        assertEquals(-1, receiver.tryGetIfOr(value -> watch.send(value + 1) && value > 10, -1));
        assertEquals(6, receiver.tryChangedIf(value -> value > 5));
        assertFalse(receiver.hasChanged());
        assertNull(receiver.tryChangedIf(value -> true));
        assertEquals(6, receiver.tryGetIf(value -> value > 5));
        assertThrows(
                ArithmeticException.class,
                () -> receiver.tryGetIf(value -> {
                    throw new ArithmeticException("no");
                }));
        LongWatch longs = LongWatch.local(7);
        assertEquals(7, longs.receiver().tryGetIfOr(value -> value > 5, -1));
        assertEquals(-1, longs.receiver().tryChangedIfOr(value -> value > 5, -1));
    }

    @Test
    void aConditionMayThrowAndUseTheWatch() {
        Watch<Integer> watch = Watch.of(1);
        WatchReceiver<Integer> receiver = watch.receiver();
        Future<Integer> throwing = receiver.getIf(value -> {
            throw new ArithmeticException("no");
        });
        events.poll("throwing", throwing);
        events.poll("throwing", throwing);
        events.poll("using", receiver.getIf(value -> watch.send(value + 1) && value == 3));
        events.expect(
                "throwing threw ArithmeticException: no",
                "throwing threw IllegalStateException: WatchReceiver.changed() was polled after an exception; it ends"
                        + " once, call the method again",
                "using ready 3");
        assertEquals(4, receiver.tryChanged());
    }

    @Test
    void clearMakesReadersWait() {
        Watch<Integer> watch = Watch.of();
        WatchReceiver<Integer> receiver = watch.receiver();
        Future<Integer> changed = receiver.changed();
        events.poll("changed", changed);
        watch.send(1);
        watch.clear();
        assertFalse(watch.hasValue());
        // It was woken, and what for is gone: it waits again.
        events.poll("changed", changed);
        events.poll("get", receiver.get());
        watch.send(2);
        events.poll("changed", changed);
        events.expect(
                "changed pending",
                "changed woken",
                "changed pending",
                "get pending",
                "changed woken",
                "get woken",
                "changed ready 2");
    }

    // Tokio: sync_watch: rx_observes_final_value
    @Test
    void theLastValueIsSeenBeforeTheEnd() {
        Watch<Integer> watch = Watch.of();
        WatchReceiver<Integer> behind = watch.receiver();
        WatchReceiver<Integer> upToDate = watch.receiver();
        watch.send(1);
        upToDate.tryGet();
        Future<Integer> waits = upToDate.changed();
        events.poll("waits", waits);
        watch.close();
        assertTrue(watch.isClosed());
        assertFalse(watch.send(2));
        events.poll("waits", waits);
        events.poll("behind", behind.changed());
        events.poll("behind", behind.changed());
        events.poll("get", upToDate.get());
        events.poll("never", upToDate.getIf(value -> value == 2));
        events.expect(
                "waits pending",
                "waits woken",
                "waits threw " + CLOSED,
                "behind ready 1",
                "behind threw " + CLOSED,
                "get ready 1",
                "never threw " + CLOSED);
    }

    @Test
    void withoutBudgetItIsStillNew() {
        Watch<Integer> watch = Watch.of();
        WatchReceiver<Integer> receiver = watch.receiver();
        watch.send(1);
        Future<Integer> changed = receiver.changed();
        events.poll("changed", changed, new Budget(events.waker("changed"), 0));
        assertTrue(receiver.hasChanged());
        changed.cancel();
        assertEquals(1, receiver.tryChanged());
        events.expect("changed woken", "changed pending");
    }

    @Test
    void aWakerMayUseTheWatch() {
        Watch<Integer> watch = Watch.of();
        Future<Integer> a = watch.receiver().changed();
        Future<Integer> b = watch.receiver().changed();
        events.poll("a", a, new Budget(b::cancel, 1));
        events.poll("b", b);
        watch.send(1);
        events.expect("a pending", "b pending");
    }

    @Test
    void theFormsOfPrimitiveTypes() {
        IntWatch ints = IntWatch.of();
        IntWatchReceiver receiver = ints.receiver();
        Future.OfInt changed = receiver.changed();
        events.poll("changed", changed);
        ints.send(0);
        events.poll("changed", changed);
        assertEquals(0, changed.getAsInt());
        assertEquals(-1, receiver.tryChangedOr(-1));
        assertTrue(ints.modify(before -> before + 7));
        assertEquals(7, ints.tryGetOr(-1));
        LongWatch longs = LongWatch.local(1L << 40);
        events.poll("get", longs.receiver().getIf(value -> value > 1));
        events.expect("changed pending", "changed woken", "changed ready 0", "get ready 1099511627776");
        assertFalse(longs.receiver().hasChanged());
    }

    @Test
    void misuseIsRefused() {
        Watch<Integer> watch = Watch.of();
        assertThrows(NullPointerException.class, () -> watch.send(null));
        assertThrows(NullPointerException.class, () -> Watch.of((Integer) null));
        Future<Integer> get = watch.receiver().get();
        assertThrows(IllegalStateException.class, get::get);
        events.poll("empty", new WatchReceiver.Next<>());
        events.expect("empty threw IllegalStateException: WatchReceiver.changed() was polled before it was placed in"
                + " its slot");
    }

    /** Each receiver sees increasing values, none twice, and the last one. */
    @ParameterizedTest
    @MethodSource("dev.pollen.sync.ChannelSimulationTest#seeds")
    void randomHistories(long seed) {
        Random random = new Random(seed);
        Parties parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        Watch<Integer> watch = Watch.of();
        int[] sent = {0};
        List<WatchReceiver<Integer>> receivers = new ArrayList<>();
        int[] seen = new int[3];
        boolean[] waits = new boolean[3];
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            receivers.add(watch.receiver());
            futures.add(null);
        }
        for (int step = 0; step < 400; step++) {
            int i = random.nextInt(3);
            switch (random.nextInt(6)) {
                case 0 -> watch.send(++sent[0]);
                case 1, 2 -> {
                    if (!waits[i]) {
                        waits[i] = true;
                        futures.set(i, receivers.get(i).changed());
                        parties.start(futures.get(i), value -> {
                            waits[i] = false;
                            assertTrue(value > seen[i] && value == sent[0]);
                            seen[i] = value;
                        });
                    }
                }
                case 3 -> {
                    if (waits[i] && parties.cancel(futures.get(i))) {
                        waits[i] = false;
                    }
                }
                default -> parties.runOne();
            }
        }
        parties.cancelAll();
        for (int i = 0; i < 3; i++) {
            assertEquals(sent[0] > seen[i] ? sent[0] : -1, receivers.get(i).tryChangedOr(-1));
        }
    }

    @Test
    @Timeout(120)
    void betweenThreadsTheLastValueArrives() throws Exception {
        int last = 20_000;
        LongWatch watch = LongWatch.of();
        Threads.Body reader = () -> {
            LongWatchReceiver receiver = watch.receiver();
            Random random = new Random(Thread.currentThread().getId());
            long seen = 0;
            while (seen < last) {
                Future.OfLong changed = receiver.changed();
                if (random.nextInt(4) == 0) {
                    boolean ready = changed.poll(dev.pollen.Context.of(() -> {})) == dev.pollen.Poll.READY;
                    changed.cancel();
                    if (!ready) {
                        continue;
                    }
                } else {
                    Threads.await(changed);
                }
                assertTrue(changed.getAsLong() > seen);
                seen = changed.getAsLong();
            }
        };
        Threads.run(reader, reader, () -> {
            for (int i = 0; i < last / 2; i++) {
                watch.send(2 * i + 1);
                assertTrue(watch.modify(before -> before + 1));
            }
        });
    }
}
