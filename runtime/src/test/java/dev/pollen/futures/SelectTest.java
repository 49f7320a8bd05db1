// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class SelectTest {
    private final Events events = new Events();
    private final Manual<String> a = new Manual<>("a", events);
    private final Manual<String> b = new Manual<>("b", events);
    private final Manual<String> c = new Manual<>("c", events);

    // pw_async2: DestroysFuturesOnCompletion
    @Test
    void theFirstToBeReadyWinsAndTheOthersAreCancelled() {
        var select = Futures.select(a, b, c);
        events.poll("select", select);
        b.complete("value");
        events.poll("select", select);
        events.expect(
                "a polled",
                "b polled",
                "c polled",
                "select pending",
                "select woken",
                "a polled",
                "b polled",
                "a cancelled",
                "c cancelled",
                "select ready");
        assertEquals(1, select.index());
        assertFalse(select.isFirst());
        assertTrue(select.isSecond());
        assertFalse(select.isThird());
        assertSame(b, select.second());
        assertEquals("value", select.second().get());
    }

    // Tokio: macros_select: biased
    @Test
    void ofSeveralThatAreReadyTheFirstDeclaredWins() {
        a.complete("a");
        b.complete("b");
        var select = Futures.select(a, b);
        events.poll("select", select);
        events.expect("a polled", "b cancelled", "select ready");
        assertEquals(0, select.index());
        assertSame(a, select.first());
    }

    @Test
    void eachPositionCanWin() {
        Manual<?>[] children = {a, b, c};
        for (int winner = 0; winner < 3; winner++) {
            Manual<?> other1 = new Manual<>("1", events);
            Manual<?> other2 = new Manual<>("2", events);
            Manual<?> ready = children[winner];
            ready.complete(null);
            var select = winner == 0
                    ? Futures.select(ready, other1, other2)
                    : winner == 1 ? Futures.select(other1, ready, other2) : Futures.select(other1, other2, ready);
            events.poll("select", select);
            assertEquals(winner, select.index());
            assertSame(ready, winner == 0 ? select.first() : winner == 1 ? select.second() : select.third());
        }
        events.expect(
                "a polled",
                "1 cancelled",
                "2 cancelled",
                "select ready",
                "1 polled",
                "b polled",
                "1 cancelled",
                "2 cancelled",
                "select ready",
                "1 polled",
                "2 polled",
                "c polled",
                "1 cancelled",
                "2 cancelled",
                "select ready");
    }

    @Test
    void aChildThatThrowsFirstEndsIt() {
        var select = Futures.select(a, b, c);
        b.fail(new IllegalArgumentException("broken"));
        events.poll("select", select);
        events.poll("select", select);
        select.cancel();
        events.expect(
                "a polled",
                "b polled",
                "a cancelled",
                "c cancelled",
                "select threw IllegalArgumentException: broken",
                "select threw IllegalStateException: select(a, b, c) was polled after an exception; it ends once, call"
                        + " the method again");
        assertThrows(IllegalStateException.class, select::get);
    }

    @Test
    void aCheckedExceptionOfAChildLeavesAsItIs() {
        Future<Void> failing = new Future<>() {
            @Override
            public dev.pollen.Poll poll(Context cx) {
                throw Cancelling.rethrow(new IOException("bus"));
            }

            @Override
            public Void get() {
                return null;
            }

            @Override
            public void cancel() {
                events.say("failing cancelled");
            }
        };
        var select = Futures.select(failing, a);
        assertThrows(IOException.class, () -> select.poll(Context.of(events.waker("select"))));
        events.expect("a cancelled");
    }

    @Test
    void whatCancellingALoserThrowsLeavesAfterAllAreCancelled() {
        a.failingCancel(new IllegalArgumentException("from a"));
        b.complete("value");
        c.failingCancel(new IllegalArgumentException("from c"));
        var select = Futures.select(a, b, c);
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> select.poll(Context.of(events.waker("select"))));
        assertEquals("from a", thrown.getMessage());
        assertEquals("from c", thrown.getSuppressed()[0].getMessage());
        assertThrows(IllegalStateException.class, select::second);
        events.poll("select", select);
        events.expect(
                "a polled",
                "b polled",
                "a cancelled",
                "c cancelled",
                "select threw IllegalStateException: select(a, b, c) was polled after an exception; it ends once, call"
                        + " the method again");
    }

    @Test
    void whatCancellingThrowsIsSuppressedInWhatTheChildThrew() {
        RuntimeException broken = new IllegalArgumentException("broken");
        a.fail(broken);
        b.failingCancel(new IllegalArgumentException("from b"));
        c.failingCancel(broken);
        var select = Futures.select(a, b, c);
        assertSame(broken, assertThrows(RuntimeException.class, () -> select.poll(Context.of(events.waker("select")))));
        assertEquals(1, broken.getSuppressed().length);
        events.expect("a polled", "b cancelled", "c cancelled");
    }

    @Test
    void cancelCancelsAllChildrenAtEveryPoint() {
        var placed = Futures.select(a, b);
        placed.cancel();
        placed.cancel();
        events.poll("placed", placed);
        events.expect(
                "a cancelled",
                "b cancelled",
                "placed threw IllegalStateException: select(a, b) was polled after cancel; call the method again");

        Manual<String> d = new Manual<>("d", events);
        Manual<String> e = new Manual<String>("e", events).failingCancel(new IllegalArgumentException("from e"));
        var waiting = Futures.select(e, d, c);
        events.poll("waiting", waiting);
        assertThrows(IllegalArgumentException.class, waiting::cancel);
        waiting.cancel();
        events.expect(
                "e polled", "d polled", "c polled", "waiting pending", "e cancelled", "d cancelled", "c cancelled");

        Manual<String> won = new Manual<>("won", events);
        won.complete("value");
        var complete = Futures.select(won, new Manual<>("lost", events));
        events.poll("complete", complete);
        complete.cancel();
        assertEquals("value", complete.first().get());
        events.expect("won polled", "lost cancelled", "complete ready");
    }

    @Test
    void readingALoserNamesTheWinner() {
        b.complete("value");
        var select = Futures.select(a, b, c);
        assertEquals(
                "the value of select(a, b, c) was read before poll returned READY",
                assertThrows(IllegalStateException.class, select::index).getMessage());
        assertThrows(IllegalStateException.class, select::isFirst);
        assertThrows(IllegalStateException.class, select::second);
        events.poll("select", select);
        assertEquals(
                "first() of a select was read, but second() has won; ask isFirst() first",
                assertThrows(IllegalStateException.class, select::first).getMessage());
        assertEquals(
                "third() of a select was read, but second() has won; ask isThird() first",
                assertThrows(IllegalStateException.class, select::third).getMessage());
    }

    @Test
    void itsValueIsItself() {
        a.complete("value");
        var select = Futures.select(a, b);
        assertThrows(IllegalStateException.class, select::get);
        events.poll("select", select);
        assertSame(select, select.get());
        assertSame(select, select.take());
        assertSame(a, select.get().first());
    }

    @Test
    void selectsNest() {
        var select = Futures.select(Futures.select(a, b), c);
        events.poll("select", select);
        b.complete("value");
        events.poll("select", select);
        assertEquals("value", select.first().second().get());
        events.expect(
                "a polled",
                "b polled",
                "c polled",
                "select pending",
                "select woken",
                "a polled",
                "b polled",
                "a cancelled",
                "c cancelled",
                "select ready");
    }

    // pw_async2: DefaultConstruct
    @Test
    void aSlotIsUsedAgain() {
        a.complete("value");
        Select2<Manual<String>, Manual<String>> slot = new Select2<>();
        events.poll("slot", slot);
        assertSame(slot, Futures.select$in(a, b, slot));
        events.poll("slot", slot);
        assertSame(a, slot.first());
        Manual<String> d = new Manual<>("d", events);
        Futures.select$in(c, d, slot);
        assertThrows(IllegalStateException.class, slot::first);
        events.poll("slot", slot);
        assertEquals(
                "select(a, b) was placed in a slot that is still in use; cancel it or poll it to its end first",
                assertThrows(IllegalStateException.class, () -> Futures.select$in(a, b, slot))
                        .getMessage());
        slot.cancel();
        events.expect(
                "slot threw IllegalStateException: select(a, b) was polled before it was placed in its slot",
                "a polled",
                "b cancelled",
                "slot ready",
                "c polled",
                "d polled",
                "slot pending",
                "c cancelled",
                "d cancelled");
        Select3<Manual<String>, Manual<String>, Manual<String>> three = new Select3<>();
        assertSame(three, Futures.select$in(a, b, c, three));
    }

    @Test
    void nullIsRefused() {
        assertEquals(
                "select(a, b) was given null in place of a future",
                assertThrows(NullPointerException.class, () -> Futures.select(a, null))
                        .getMessage());
        assertThrows(NullPointerException.class, () -> Futures.select(a, b, null));
    }
}
