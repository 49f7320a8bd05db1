// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Mapping;
import dev.pollen.Poll;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code map} and {@code then}; the scenarios of pw_async2's transform_test are named. */
final class MapTest {
    private final Events events = new Events();
    private final Manual<String> a = new Manual<>("a", events);
    private final Manual<Integer> b = new Manual<>("b", events);

    /** transform_test: Map. */
    @Test
    void aMappingMakesTheValueOnce() {
        Future<Integer> map = Futures.map(a, text -> {
            events.say("maps " + text);
            return text.length();
        });
        events.poll("map", map);
        a.complete("four");
        events.poll("map", map);
        events.expect("a polled", "map pending", "map woken", "a polled", "maps four", "map ready 4");
        assertEquals(4, map.take());
        assertNull(map.get());
    }

    /** transform_test: MapChain, MapMoveOnly. */
    @Test
    void mapsChain() {
        a.complete("four");
        Future<String> chain = Futures.map(Futures.map(a, String::length), n -> "length " + n);
        events.poll("chain", chain);
        events.expect("a polled", "chain ready length 4");
    }

    /** transform_test: MapVoidFuture, MapToVoid, MapVoidToVoid. */
    @Test
    void nullIsAValue() {
        Manual<Void> nothing = new Manual<>("nothing", events);
        nothing.complete(null);
        Future<String> map = Futures.map(nothing, v -> "was " + v);
        events.poll("map", map);
        a.complete("x");
        Future<Void> toNull = Futures.map(a, v -> null);
        events.poll("toNull", toNull);
        events.expect("nothing polled", "map ready was null", "a polled", "toNull ready");
    }

    /** transform_test: Then, ThenMoveOnly. */
    @Test
    void thenGoesOnInTheSamePoll() {
        Future<Integer> then = Futures.then(a, text -> {
            events.say("then " + text);
            return b;
        });
        events.poll("then", then);
        a.complete("x");
        events.poll("then", then);
        b.complete(7);
        events.poll("then", then);
        events.expect(
                "a polled",
                "then pending",
                "then woken",
                "a polled",
                "then x",
                "b polled",
                "then pending",
                "then woken",
                "b polled",
                "then ready 7");
        assertEquals(7, then.take());
        assertThrows(IllegalStateException.class, then::get);
    }

    /** transform_test: ThenVoidFuture, ThenToVoid, ThenVoidToVoid. */
    @Test
    void thenOfNothing() {
        Manual<Void> nothing = new Manual<>("nothing", events);
        nothing.complete(null);
        Future<Void> then = Futures.then(nothing, v -> Futures.ready((Void) null));
        events.poll("then", then);
        events.expect("nothing polled", "then ready");
    }

    /** transform_test: DefaultConstruct. */
    @Test
    void anEmptySlotIsNotPolled() {
        events.poll("map", new Mapped.ToObj<>());
        events.poll("then", new Then<>());
        events.expect(
                "map threw IllegalStateException: map(f, mapping) was polled before it was placed in its slot",
                "then threw IllegalStateException: then(f, mapping) was polled before it was placed in its slot");
    }

    @Test
    void primitiveFormsBoxNothing() {
        Context cx = Context.of(() -> {});
        Ready.OfInt one = new Ready.OfInt();
        Ready.OfLong two = new Ready.OfLong();
        Ready.OfDouble three = new Ready.OfDouble();
        Ready<String> text = new Ready<>();
        Mapped.OfInt ints = new Mapped.OfInt();
        Mapped.OfLong longs = new Mapped.OfLong();
        Mapped.OfDouble doubles = new Mapped.OfDouble();
        Mapped.ToInt<String> toInt = new Mapped.ToInt<>();
        Mapped.ToLong<String> toLong = new Mapped.ToLong<>();
        Mapped.ToDouble<String> toDouble = new Mapped.ToDouble<>();
        Mapped.ToBoolean<String> toBoolean = new Mapped.ToBoolean<>();
        Mapped.ToObj<String, Object> toObj = new Mapped.ToObj<>();
        Then<String, String> then = new Then<>();
        assertEquals(0, Allocation.bytes(() -> {
            ready(Futures.mapInt$in(Futures.ready$in(70_000, one), n -> n + 1, ints), cx);
            check(ints.getAsInt() == 70_001);
            ready(Futures.mapLong$in(Futures.ready$in(70_000L, two), n -> n + 1, longs), cx);
            check(longs.getAsLong() == 70_001);
            ready(Futures.mapDouble$in(Futures.ready$in(0.5, three), n -> n * 3, doubles), cx);
            check(doubles.getAsDouble() == 1.5);
            ready(Futures.mapToInt$in(Futures.ready$in("x", text), s -> s.length() * 70_000, toInt), cx);
            check(toInt.getAsInt() == 70_000);
            ready(Futures.mapToLong$in(Futures.ready$in("x", text), s -> s.length() * 70_000L, toLong), cx);
            check(toLong.getAsLong() == 70_000);
            ready(Futures.mapToDouble$in(Futures.ready$in("x", text), s -> s.length() / 2.0, toDouble), cx);
            check(toDouble.getAsDouble() == 0.5);
            ready(Futures.mapToBoolean$in(Futures.ready$in("x", text), String::isEmpty, toBoolean), cx);
            check(!toBoolean.getAsBoolean());
            ready(Futures.map$in(Futures.ready$in("x", text), s -> s, toObj), cx);
            check(toObj.take() == "x");
        }));
        // A capturing lambda is an object for each call; the test that says "none" could say otherwise.
        Ready<String>[] last = slots();
        assertEquals(
                true,
                Allocation.bytes(() -> {
                            last[0] = new Ready<>();
                            ready(
                                    Futures.then$in(
                                            Futures.ready$in("x", text), s -> Futures.ready$in(s, last[0]), then),
                                    cx);
                        })
                        > 0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Ready<String>[] slots() {
        return new Ready[1];
    }

    private static void ready(Future<?> future, Context cx) {
        check(future.poll(cx) == Poll.READY);
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }

    @Test
    void whatTheMappingThrowsLeavesAndIsACheckedExceptionOfTheCall() {
        a.complete("x");
        Future<String> map;
        try {
            map = Futures.map(a, text -> {
                if (text.length() == 1) {
                    throw new IOException("short");
                }
                return text;
            });
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        assertEquals(
                "short",
                assertThrows(IOException.class, () -> map.poll(Context.of(() -> {})))
                        .getMessage());
        events.poll("map", map);
        events.expect(
                "a polled",
                "map threw IllegalStateException: map(f, mapping) was polled after an exception; it ends once, call the"
                        + " method again");
    }

    @Test
    void whatTheFutureThrowsLeavesAndNothingIsMapped() {
        RuntimeException broken = new IllegalArgumentException("broken");
        a.fail(broken);
        Future<Integer> then = Futures.then(a, text -> b);
        assertSame(broken, assertThrows(RuntimeException.class, () -> then.poll(Context.of(() -> {}))));
        then.cancel();
        events.expect("a polled");
        Future<Integer> second = Futures.then(Futures.ready("x"), text -> b);
        b.fail(broken);
        assertSame(broken, assertThrows(RuntimeException.class, () -> second.poll(Context.of(() -> {}))));
        events.expect("b polled");
    }

    @Test
    void cancelReachesTheFutureThatIsWaitedFor() {
        Future<Integer> map = Futures.mapToInt(a, String::length);
        events.poll("map", map);
        map.cancel();
        map.cancel();
        Manual<String> c = new Manual<>("c", events);
        Future<Integer> then = Futures.then(c, text -> b);
        events.poll("then", then);
        c.complete("x");
        events.poll("then", then);
        then.cancel();
        then.cancel();
        Manual<String> d = new Manual<>("d", events);
        Futures.then(d, text -> b).cancel();
        events.expect(
                "a polled",
                "map pending",
                "a cancelled",
                "c polled",
                "then pending",
                "then woken",
                "c polled",
                "b polled",
                "then pending",
                "b cancelled",
                "d cancelled");
    }

    @Test
    void nullIsRefused() {
        assertEquals(
                "map(f, mapping) was given null in place of a mapping",
                assertThrows(
                                NullPointerException.class,
                                () -> Futures.map(a, (Mapping<String, String, RuntimeException>) null))
                        .getMessage());
        assertThrows(NullPointerException.class, () -> Futures.mapInt(null, n -> n));
        a.complete("x");
        Future<Integer> then = Futures.then(a, text -> null);
        events.poll("then", then);
        events.expect(
                "a polled",
                "then threw NullPointerException: then(f, mapping): the mapping gave null in place of a future");
    }

    @Test
    void thenBoxesNothing() {
        Context cx = Context.of(() -> {});
        Future.OfInt ofInt = Futures.thenToInt(Futures.ready("four"), text -> Futures.ready(text.length() * 1_000));
        ofInt.poll(cx);
        assertEquals(4_000, ofInt.getAsInt());
        Future.OfLong ofLong = Futures.thenToLong(Futures.ready("four"), text -> Futures.ready(1L << 40));
        ofLong.poll(cx);
        assertEquals(1L << 40, ofLong.getAsLong());

        Future.OfInt waiting = Futures.thenToInt(a, text -> Futures.ready(1));
        events.poll("then", waiting);
        waiting.cancel();
        events.expect("a polled", "then pending", "a cancelled");
        assertEquals(
                "thenToLong(f, mapping): the mapping gave null in place of a future",
                assertThrows(
                                NullPointerException.class,
                                () -> Futures.thenToLong(Futures.ready("x"), text -> null)
                                        .poll(cx))
                        .getMessage());

        Ready<String> first = new Ready<>();
        Ready.OfInt second = new Ready.OfInt();
        Then.ToInt<String> slot = new Then.ToInt<>();
        Mapping<String, Future.OfInt, RuntimeException> mapping = text -> Futures.ready$in(1_000_000, second);
        int[] sum = new int[1];
        assertEquals(0, Allocation.bytes(() -> {
            Future.OfInt then = Futures.thenToInt$in(Futures.ready$in("x", first), mapping, slot);
            then.poll(cx);
            sum[0] = then.getAsInt();
        }));
        assertEquals(1_000_000, sum[0]);
    }
}
