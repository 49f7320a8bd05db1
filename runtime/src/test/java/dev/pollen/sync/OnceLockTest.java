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
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link OnceLock} and {@link LazyLock}. */
final class OnceLockTest {
    private final Events events = new Events();

    static Stream<Supplier<OnceLock<String>>> forms() {
        return Stream.of(OnceLock::of, OnceLock::local);
    }

    private OnceLock.Initializer<String> initializer(String value) {
        return () -> {
            events.say("made " + value);
            return value;
        };
    }

    /** Embassy once_lock: once_lock (init twice fails), async get; Tokio SetOnce. */
    // Embassy: once_lock: init_twice, async_get
    @ParameterizedTest
    @MethodSource("forms")
    void itIsSetOnceAndAllThatWaitGetIt(Supplier<OnceLock<String>> form) {
        OnceLock<String> cell = form.get();
        Future<String> one = cell.get();
        Future<String> two = cell.get();
        events.poll("one", one);
        events.poll("two", two);
        assertFalse(cell.isSet());
        assertNull(cell.tryGet());
        assertTrue(cell.set("value"));
        assertFalse(cell.set("other"));
        events.poll("one", one);
        events.poll("two", two);
        events.poll("late", cell.get());
        assertEquals("value", cell.tryGet());
        events.expect(
                "one pending",
                "two pending",
                "one woken",
                "two woken",
                "one ready value",
                "two ready value",
                "late ready value");
    }

    /** Embassy D7: waiting is not polling. */
    @Test
    void aWaiterIsNotWokenUntilItIsSet() {
        OnceLock<String> cell = OnceLock.of();
        Future<String> get = cell.get();
        for (int i = 0; i < 3; i++) {
            events.poll("get", get);
        }
        events.expect("get pending", "get pending", "get pending");
    }

    /** Embassy once_lock: get_or_init. */
    @Test
    void theFirstMakesIt() {
        OnceLock<String> cell = OnceLock.of();
        Future<String> waiting = cell.get();
        events.poll("waiting", waiting);
        events.poll("first", cell.getOrInit(initializer("a")));
        events.poll("second", cell.getOrInit(initializer("b")));
        events.poll("waiting", waiting);
        events.expect(
                "waiting pending", "made a", "waiting woken", "first ready a", "second ready a", "waiting ready a");
    }

    /** Embassy once_lock: take then re-init, into_inner. */
    @Test
    void itIsTakenOutAndSetAnew() {
        OnceLock<String> cell = OnceLock.local();
        assertNull(cell.take());
        cell.set("a");
        assertEquals("a", cell.take());
        Future<String> get = cell.get();
        events.poll("get", get);
        assertTrue(cell.set("b"));
        events.poll("get", get);
        events.expect("get pending", "get woken", "get ready b");
    }

    @Test
    void whoWasChosenAndIsCancelledLeavesItToTheNext() {
        OnceLock<String> cell = OnceLock.of();
        Future<String> chosen = cell.getOrInit(initializer("a"));
        events.poll("chosen", chosen, new Budget(events.waker("chosen"), 0));
        Future<String> waiting = cell.get();
        Future<String> next = cell.getOrInit(initializer("b"));
        events.poll("waiting", waiting);
        events.poll("next", next);
        assertFalse(cell.set("c"), "somebody makes it");
        chosen.cancel();
        events.poll("next", next);
        events.poll("waiting", waiting);
        events.expect(
                "chosen woken",
                "chosen pending",
                "waiting pending",
                "next pending",
                "next woken",
                "made b",
                "waiting woken",
                "next ready b",
                "waiting ready b");
    }

    /** Tokio OnceCell: a failed initialiser lets the next one try. */
    // Tokio: sync_once_cell: a failed initialiser lets the next try
    @Test
    void afterAFailureTheNextInLineTries() {
        OnceLock<String> cell = OnceLock.of();
        Future<String> waiting = cell.getOrInit(initializer("b"));
        Future<String> failing = cell.getOrInit(() -> {
            events.poll("waiting", waiting);
            throw new IllegalStateException("no bus");
        });
        events.poll("failing", failing);
        events.poll("waiting", waiting);
        events.expect(
                "waiting pending",
                "waiting woken",
                "failing threw IllegalStateException: no bus",
                "made b",
                "waiting ready b");
    }

    @Test
    void nullIsNoValue() {
        OnceLock<String> cell = OnceLock.of();
        assertThrows(NullPointerException.class, () -> cell.set(null));
        assertThrows(NullPointerException.class, () -> cell.getOrInit(null));
        events.poll("null", cell.getOrInit(() -> null));
        assertTrue(cell.set("value"));
        events.expect("null threw NullPointerException: the value of a OnceLock is not null");
    }

    /** Embassy lazy_lock: lazy, into_inner, made exactly once. */
    // Embassy: lazy_lock: lazy, mutation, into_inner, drops_once
    @Test
    void aLazyValueIsMadeWhenItIsAskedFor() {
        for (LazyLock<String> lazy :
                List.of(LazyLock.of(initializer("a")).named("bus"), LazyLock.local(initializer("a")))) {
            assertNull(lazy.tryGet());
            events.poll("one", lazy.get());
            events.poll("two", lazy.get());
            assertEquals("a", lazy.take());
            events.poll("three", lazy.get());
            assertEquals("a", lazy.tryGet());
            events.expect("made a", "one ready a", "two ready a", "made a", "three ready a");
        }
    }
}
