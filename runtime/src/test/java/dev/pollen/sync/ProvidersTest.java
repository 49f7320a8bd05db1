// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three providers; comments name the scenarios of pw_async2's value_future_test.cc. */
final class ProvidersTest {
    private static final String CLOSED = "ChannelClosedException: the channel is closed";

    private final Events events = new Events();

    /** ValueProvider.VendsAndResolvesFuture, ResolveInPlace, ValueProviderVoid.VendsAndResolvesFuture. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void VendsAndResolvesFuture(boolean local) {
        ValueProvider<Integer> provider = local ? ValueProvider.local() : ValueProvider.of();
        assertFalse(provider.hasFuture());
        assertFalse(provider.resolve(1));
        Future<Integer> future = provider.get();
        assertTrue(provider.hasFuture());
        events.poll("future", future);
        assertTrue(provider.resolve(91));
        assertFalse(provider.resolve(92));
        events.poll("future", future);
        events.expect("future pending", "future woken", "future ready 91");
    }

    @Test
    void itCanBeResolvedBeforeItsFirstPoll() {
        ValueProvider<Integer> provider = ValueProvider.of();
        Future<Integer> future = provider.get();
        assertTrue(provider.resolve(27));
        events.poll("future", future);
        events.expect("future ready 27");
    }

    /** ValueProvider.OnlyAllowsOneFutureToExist, DerivedValueProvider.TryGet. */
    @Test
    void OnlyAllowsOneFutureToExist() {
        ValueProvider<Integer> provider = ValueProvider.<Integer>of().named("adc");
        Future<Integer> first = provider.get();
        assertNull(provider.tryGet());
        assertEquals(
                "ValueProvider \"adc\" has a future that is not resolved; cancel that first, or use"
                        + " BroadcastValueProvider",
                assertThrows(IllegalStateException.class, provider::get).getMessage());
        first.cancel();
        Future<Integer> second = provider.tryGet();
        assertNotNull(second);
        provider.resolve(1);
        // Resolved and not polled: there is room for the next.
        Future<Integer> third = provider.get();
        provider.resolve(2);
        events.poll("second", second);
        events.poll("third", third);
        events.expect("second ready 1", "third ready 2");
    }

    /** OptionalValueProvider.Cancel, DestructorCancels; OptionalBroadcastValueProvider.Cancel, DestructorCancels. */
    // pw_async2: Optional*: Cancel, DestructorCancels, MoveAssignmentCancelsExisting
    @Test
    void Cancel() {
        ValueProvider<Integer> one = ValueProvider.of();
        Future<Integer> future = one.get();
        events.poll("future", future);
        one.cancel();
        events.poll("future", future);
        Future<Integer> next = one.get();
        one.close();
        events.poll("next", next);
        events.poll("late", one.get());
        assertFalse(one.resolve(1));
        BroadcastValueProvider<Integer> all = BroadcastValueProvider.of();
        Future<Integer> a = all.get();
        Future<Integer> b = all.get();
        events.poll("a", a);
        all.cancel();
        events.poll("a", a);
        events.poll("b", b);
        events.expect(
                "future pending",
                "future woken",
                "future threw " + CLOSED,
                "next threw " + CLOSED,
                "late threw " + CLOSED,
                "a pending",
                "a woken",
                "a threw " + CLOSED,
                "b threw " + CLOSED);
    }

    /** OptionalBroadcastValueProvider.Resolve: two futures get the same result. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void BroadcastResolve(boolean local) {
        BroadcastValueProvider<String> provider =
                (local ? BroadcastValueProvider.<String>local() : BroadcastValueProvider.<String>of()).named("go");
        Future<String> a = provider.get();
        Future<String> b = provider.get();
        Future<String> c = provider.get();
        events.poll("a", a);
        events.poll("b", b);
        c.cancel();
        assertTrue(provider.hasFuture());
        assertEquals(2, provider.resolve("x"));
        assertFalse(provider.hasFuture());
        assertEquals(0, provider.resolve("y"));
        events.poll("b", b);
        events.poll("a", a);
        events.expect("a pending", "b pending", "a woken", "b woken", "b ready x", "a ready x");
    }

    @Test
    void whoComesWhileOthersAreResolvedWaitsForTheNextValue() {
        BroadcastValueProvider<String> provider = BroadcastValueProvider.of();
        List<Future<String>> late = new ArrayList<>();
        Future<String> early = provider.get();
        events.poll("early", early, new Budget(() -> late.add(provider.get()), 1));
        assertEquals(1, provider.resolve("x"));
        assertEquals(1, provider.resolve("y"));
        events.poll("late", late.get(0));
        events.expect("early pending", "late ready y");
    }

    private static ValueListProvider<Integer, String> list() {
        return ValueListProvider.of();
    }

    /** ValueListProvider.BasicFifo. */
    @Test
    void BasicFifo() {
        ValueListProvider<Integer, String> provider = list();
        assertTrue(provider.isEmpty());
        Future<String> a = provider.get(1);
        Future<String> b = provider.get(2);
        assertEquals(2, provider.size());
        events.poll("a", a);
        events.poll("b", b);
        assertTrue(provider.resolveFirst("x"));
        assertEquals(1, provider.size());
        assertTrue(provider.resolveFirst("y"));
        assertEquals(0, provider.size());
        events.poll("a", a);
        events.poll("b", b);
        events.expect("a pending", "b pending", "a woken", "b woken", "a ready x", "b ready y");
    }

    /** ValueListProvider.ResolveFirstMatching, ResolveFirstMatchingMultipleMatches; DerivedValueProvider.ResolveIf. */
    // pw_async2: DerivedValueProvider.ResolveIf, ResolveIfVoid
    @Test
    void ResolveFirstMatching() {
        ValueListProvider<Integer, String> provider = list();
        Future<String> a = provider.get(1);
        Future<String> b = provider.get(2);
        Future<String> c = provider.get(2);
        assertTrue(provider.resolveFirstMatching(request -> request == 2, "x"));
        assertTrue(provider.resolveFirstMatching(request -> request == 1, "y"));
        assertFalse(provider.resolveFirstMatching(request -> request == 1, "z"));
        events.poll("a", a);
        events.poll("b", b);
        events.poll("c", c);
        events.expect("a ready y", "b ready x", "c pending");
    }

    /** ValueListProvider.ResolveAllMatching: a budget of 50 for requests of 30, 40 and 15. */
    @Test
    void ResolveAllMatching() {
        ValueListProvider<Integer, String> provider = list();
        Future<String> a = provider.get(30);
        Future<String> b = provider.get(40);
        Future<String> c = provider.get(15);
        int[] budget = {50};
        int resolved = provider.resolveAllMatching(
                request -> {
                    if (request > budget[0]) {
                        return false;
                    }
                    budget[0] -= request;
                    return true;
                },
                "x");
        assertEquals(2, resolved);
        assertEquals(5, budget[0]);
        assertEquals(1, provider.size());
        events.poll("a", a);
        events.poll("b", b);
        events.poll("c", c);
        events.expect("a ready x", "b pending", "c ready x");
    }

    /** ResolveAll, ResolveFirstOnEmptyList, ResolveFirstMatchingNoMatch, ResolveAllMatchingNoMatch, .. */
    @Test
    void edgesOfTheList() {
        ValueListProvider<Integer, String> provider =
                ValueListProvider.<Integer, String>local().named("pool");
        assertFalse(provider.resolveFirst("x"));
        assertEquals(0, provider.resolveAll("x"));
        assertFalse(provider.resolveFirstMatching(request -> true, "x"));
        assertEquals(0, provider.resolveAllMatching(request -> true, "x"));
        Future<String> a = provider.get(1);
        Future<String> b = provider.get(2);
        assertFalse(provider.resolveFirstMatching(request -> false, "x"));
        assertEquals(0, provider.resolveAllMatching(request -> false, "x"));
        assertEquals(2, provider.size());
        assertEquals(2, provider.resolveAll("x"));
        events.poll("a", a);
        events.poll("b", b);
        Future<String> c = provider.get(3);
        provider.cancel();
        events.poll("c", c);
        provider.close();
        events.poll("d", provider.get(4));
        events.expect("a ready x", "b ready x", "c threw " + CLOSED, "d threw " + CLOSED);
    }

    /** Upstream asks the predicate inside of its lock, so it must not call back. */
    @Test
    void theMatchMayUseTheProviderAndMayThrow() {
        ValueListProvider<Integer, String> provider = list();
        Future<String> a = provider.get(1);
        Future<String> b = provider.get(2);
        List<Integer> asked = new ArrayList<>();
        assertEquals(
                0,
                provider.resolveAllMatching(
                        request -> {
                            asked.add(request);
                            provider.get(9);
                            a.cancel();
                            b.cancel();
                            return true;
                        },
                        "x"));
        assertEquals(List.of(1), asked);
        assertEquals(1, provider.size());
        assertThrows(
                ArithmeticException.class,
                () -> provider.resolveAllMatching(
                        request -> {
                            throw new ArithmeticException();
                        },
                        "x"));
        assertTrue(provider.resolveFirst("x"));
    }

    @Test
    void whatTheFirstWasGivenGoesToTheNextWhatFittedDoesNot() {
        ValueListProvider<Integer, String> provider = list();
        Future<String> a = provider.get(1);
        Future<String> b = provider.get(2);
        Future<String> c = provider.get(3);
        events.poll("b", b);
        provider.resolveFirst("first");
        a.cancel();
        events.poll("b", b);
        provider.resolveFirstMatching(request -> request == 3, "third");
        Future<String> d = provider.get(3);
        c.cancel();
        events.poll("d", d);
        events.expect("b pending", "b woken", "b ready first", "d pending");
    }

    @Test
    void withoutBudgetTheValueIsKept() {
        ValueProvider<String> provider = ValueProvider.of();
        Future<String> future = provider.get();
        provider.resolve("x");
        events.poll("future", future, new Budget(events.waker("future"), 0));
        events.poll("future", future);
        assertEquals("x", future.take());
        assertThrows(IllegalStateException.class, future::get);
        events.expect("future woken", "future pending", "future ready x");
    }

    @Test
    void misuseIsRefused() {
        assertThrows(NullPointerException.class, () -> ValueProvider.of().resolve(null));
        assertThrows(
                NullPointerException.class, () -> BroadcastValueProvider.of().resolve(null));
        assertThrows(NullPointerException.class, () -> list().resolveFirst(null));
        ValueProvider<String> provider = ValueProvider.of();
        ProvidedValue<String> slot = new ProvidedValue<>();
        events.poll("slot", slot);
        provider.get$in(slot);
        assertThrows(
                IllegalStateException.class, () -> ValueProvider.<String>of().get$in(slot), "still in use");
        events.expect("slot threw IllegalStateException: ProvidedValue was polled before it was placed in its slot");
    }

    /** First come, first served, each value to one, whoever is cancelled. */
    @ParameterizedTest
    @MethodSource("dev.pollen.sync.ChannelSimulationTest#seeds")
    void randomHistories(long seed) {
        Random random = new Random(seed);
        Parties parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        ValueListProvider<Integer, Integer> provider = ValueListProvider.of();
        Deque<Integer> line = new ArrayDeque<>();
        List<Integer> given = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        List<Future<Integer>> futures = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    int request = futures.size();
                    futures.add(provider.get(request));
                    line.add(request);
                    parties.start(futures.get(request), value -> {
                        assertEquals(request, value);
                        taken.add(value);
                    });
                }
                case 2 -> {
                    if (!line.isEmpty()) {
                        // Only those in line, so that no value is on its way to another one.
                        int gone = line.stream()
                                .skip(random.nextInt(line.size()))
                                .findFirst()
                                .orElseThrow();
                        line.remove(gone);
                        assertTrue(parties.cancel(futures.get(gone)));
                    }
                }
                case 3 -> {
                    assertEquals(line.size(), provider.size());
                    if (!line.isEmpty()) {
                        given.add(line.peek());
                        assertTrue(provider.resolveFirst(line.poll()));
                    }
                }
                case 4 -> {
                    if (!line.isEmpty()) {
                        given.add(line.peekLast());
                        int last = line.pollLast();
                        assertTrue(provider.resolveFirstMatching(request -> request == last, last));
                    }
                }
                default -> parties.runOne();
            }
        }
        parties.runAll();
        given.sort(null);
        taken.sort(null);
        assertEquals(given, taken);
    }

    /** ResolveFromOtherThread, ValueListProvider.ConcurrentGetAndResolveFirstMatching, Void_MoveRace_LoopingTask. */
    @Test
    @Timeout(120)
    void betweenThreads() throws Exception {
        int rounds = 5_000;
        ValueListProvider<Integer, Integer> provider = ValueListProvider.of();
        AtomicInteger gave = new AtomicInteger();
        AtomicInteger got = new AtomicInteger();
        AtomicInteger dropped = new AtomicInteger();
        Threads.run(
                () -> {
                    for (int i = 0; i < rounds; i++) {
                        Future<Integer> future = provider.get(i);
                        if (i % 3 == 0) {
                            if (future.poll(Context.of(() -> {})) == Poll.READY) {
                                got.incrementAndGet();
                            } else {
                                future.cancel();
                                dropped.incrementAndGet();
                            }
                        } else {
                            assertEquals(7, Threads.await(future));
                            got.incrementAndGet();
                        }
                    }
                    provider.close();
                },
                () -> {
                    boolean[] closed = {false};
                    while (!closed[0]) {
                        if (provider.resolveFirstMatching(request -> true, 7)) {
                            gave.incrementAndGet();
                        } else {
                            Thread.onSpinWait();
                        }
                        closed[0] = got.get() + dropped.get() == rounds;
                    }
                });
        assertEquals(rounds, got.get() + dropped.get());
        assertTrue(gave.get() >= got.get() && gave.get() <= rounds);
    }
}
