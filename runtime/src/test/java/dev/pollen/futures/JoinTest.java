// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import org.junit.jupiter.api.Test;

final class JoinTest {
    private final Events events = new Events();
    private final Manual<String> a = new Manual<>("a", events);
    private final Manual<String> b = new Manual<>("b", events);
    private final Manual<String> c = new Manual<>("c", events);

    @Test
    void eachPollStartsWithAnotherChild() {
        var two = Futures.join(a, b);
        events.poll("join", two);
        events.poll("join", two);
        events.poll("join", two);
        events.expect(
                "a polled",
                "b polled",
                "join pending",
                "b polled",
                "a polled",
                "join pending",
                "a polled",
                "b polled",
                "join pending");
        var three = Futures.join(a, b, c);
        events.poll("join", three);
        events.poll("join", three);
        events.poll("join", three);
        events.poll("join", three);
        events.expect(
                "a polled",
                "b polled",
                "c polled",
                "join pending",
                "b polled",
                "c polled",
                "a polled",
                "join pending",
                "c polled",
                "a polled",
                "b polled",
                "join pending",
                "a polled",
                "b polled",
                "c polled",
                "join pending");
    }

    @Test
    void aChildThatIsCompleteIsPolledNoMore() {
        var join = Futures.join(a, b, c);
        b.complete("2");
        events.poll("join", join);
        a.complete("1");
        events.poll("join", join);
        c.complete("3");
        events.poll("join", join);
        events.expect(
                "a polled",
                "b polled",
                "c polled",
                "join pending",
                "join woken",
                "c polled",
                "a polled",
                "join pending",
                "join woken",
                "c polled",
                "join ready");
        assertEquals("1", join.first().get());
        assertEquals("2", join.second().get());
        assertEquals("3", join.third().get());
        assertSame(a, join.first());
        assertSame(join, join.get());
        assertSame(join, join.take());
    }

    @Test
    void twoThatAreReadyTakeOnePoll() {
        a.complete("1");
        b.complete("2");
        var join = Futures.join(a, b);
        events.poll("join", join);
        assertEquals("1", join.first().get());
        assertEquals("2", join.second().get());
        events.expect("a polled", "b polled", "join ready");
    }

    @Test
    void aChildThatThrowsEndsItAtOnce() {
        var join = Futures.join(a, b, c);
        a.complete("1");
        b.fail(new IllegalArgumentException("broken"));
        events.poll("join", join);
        events.poll("join", join);
        join.cancel();
        events.expect(
                "a polled",
                "b polled",
                "c cancelled",
                "join threw IllegalArgumentException: broken",
                "join threw IllegalStateException: join(a, b, c) was polled after an exception; it ends once, call the"
                        + " method again");
        assertThrows(IllegalStateException.class, join::first);
    }

    @Test
    void whatCancellingThrowsIsSuppressed() {
        a.failingCancel(new IllegalArgumentException("from a"));
        c.failingCancel(new IllegalArgumentException("from c"));
        RuntimeException broken = new IllegalArgumentException("broken");
        b.fail(broken);
        var join = Futures.join(a, b, c);
        assertSame(broken, assertThrows(RuntimeException.class, () -> join.poll(Context.of(events.waker("join")))));
        assertEquals("from a", broken.getSuppressed()[0].getMessage());
        assertEquals("from c", broken.getSuppressed()[1].getMessage());
        events.expect("a polled", "b polled", "a cancelled", "c cancelled");
    }

    @Test
    void cancelCancelsTheChildrenThatAreNotComplete() {
        var placed = Futures.join(a, b);
        placed.cancel();
        placed.cancel();
        events.poll("placed", placed);
        events.expect(
                "a cancelled",
                "b cancelled",
                "placed threw IllegalStateException: join(a, b) was polled after cancel; call the method again");

        Manual<String> d = new Manual<>("d", events);
        Manual<String> e = new Manual<String>("e", events).failingCancel(new IllegalArgumentException("from e"));
        var waiting = Futures.join(e, d, c);
        d.complete("value");
        events.poll("waiting", waiting);
        assertThrows(IllegalArgumentException.class, waiting::cancel);
        waiting.cancel();
        events.expect("e polled", "d polled", "c polled", "waiting pending", "e cancelled", "c cancelled");
    }

    @Test
    void cancelAfterCompletionDoesNothing() {
        a.complete("1");
        b.complete("2");
        var join = Futures.join(a, b);
        events.poll("join", join);
        join.cancel();
        assertEquals("2", join.second().get());
        events.expect("a polled", "b polled", "join ready");
    }

    @Test
    void aSlotIsUsedAgain() {
        Join2<Manual<String>, Manual<String>> slot = new Join2<>();
        events.poll("slot", slot);
        a.complete("1");
        assertSame(slot, Futures.join$in(a, b, slot));
        assertThrows(IllegalStateException.class, slot::first);
        events.poll("slot", slot);
        assertThrows(IllegalStateException.class, () -> Futures.join$in(b, c, slot));
        slot.cancel();
        Manual<String> d = new Manual<>("d", events);
        d.complete("4");
        c.complete("3");
        events.poll("slot", Futures.join$in(c, d, slot));
        assertEquals("3", slot.first().get());
        events.expect(
                "slot threw IllegalStateException: join(a, b) was polled before it was placed in its slot",
                "a polled",
                "b polled",
                "slot pending",
                "b cancelled",
                "c polled",
                "d polled",
                "slot ready");
        Join3<Manual<String>, Manual<String>, Manual<String>> three = new Join3<>();
        assertSame(three, Futures.join$in(a, b, c, three));
    }

    @Test
    void nullIsRefused() {
        assertThrows(NullPointerException.class, () -> Futures.join(null, b));
        assertThrows(NullPointerException.class, () -> Futures.join(a, null, c));
    }
}
