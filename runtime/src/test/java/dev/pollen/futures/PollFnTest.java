// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code pollFn}, {@code pollValue}, {@code pollOnce}, {@code ready} and {@code pending}. */
final class PollFnTest {
    /** A context whose budget is spent. */
    private static final class Broke implements Context {
        private final Waker waker;

        Broke(Waker waker) {
            this.waker = waker;
        }

        @Override
        public Waker waker() {
            return waker;
        }

        @Override
        public boolean spend() {
            return false;
        }
    }

    private final Events events = new Events();
    private final Manual<String> a = new Manual<>("a", events);
    private final Broke broke = new Broke(events.waker("broke"));
    private boolean there;

    @Test
    void aFunctionIsAskedUntilItIsReady() {
        Future<Void> asked = Futures.pollFn(cx -> {
            events.say("asked");
            cx.waker();
            return there ? Poll.READY : Poll.PENDING;
        });
        events.poll("it", asked);
        there = true;
        events.poll("it", asked, broke);
        events.poll("it", asked, broke);
        events.poll("it", asked);
        events.poll("it", asked);
        events.expect(
                "asked",
                "it pending",
                "asked",
                "broke woken",
                "it pending",
                "broke woken",
                "it pending",
                "it ready",
                "it threw IllegalStateException: pollFn(function) was polled after completion; it ends once, call the"
                        + " method again");
    }

    @Test
    void aFunctionGivesItsValue() {
        Future<String> asked = Futures.pollValue(cx -> {
            cx.waker();
            return there ? "value" : null;
        });
        events.poll("it", asked);
        there = true;
        events.poll("it", asked);
        events.expect("it pending", "it ready value");
        assertEquals("value", asked.take());
        assertThrows(IllegalStateException.class, asked::get);
    }

    @Test
    void whatAFunctionThrowsLeaves() throws IOException {
        Future<Void> asked = Futures.pollFn(cx -> {
            throw new IOException("bus");
        });
        assertThrows(IOException.class, () -> asked.poll(broke));
        assertThrows(IllegalStateException.class, () -> asked.poll(broke));
        assertThrows(NullPointerException.class, () -> Futures.pollFn(null));
    }

    @Test
    void aCancelledFunctionIsAskedNoMore() {
        Future<String> asked = Futures.pollValue(cx -> {
            events.say("asked");
            cx.waker();
            return null;
        });
        events.poll("it", asked);
        asked.cancel();
        asked.cancel();
        events.poll("it", asked);
        events.expect(
                "asked",
                "it pending",
                "it threw IllegalStateException: pollValue(function) was polled after cancel; call the method again");
    }

    /** Embassy, poll_once; and what was granted stays where it is. */
    @Test
    void pollOnceDoesNotWait() {
        var once = Futures.pollOnce(a);
        events.poll("once", once);
        assertFalse(once.isReady());
        assertEquals(
                "future() of a pollOnce was read, but it was not ready; ask isReady() first",
                assertThrows(IllegalStateException.class, once::future).getMessage());
        Manual<String> b = new Manual<>("b", events);
        b.complete("value");
        var again = Futures.pollOnce(b);
        events.poll("again", again);
        assertTrue(again.isReady());
        assertSame(b, again.get().future());
        events.expect("a polled", "a cancelled", "once ready", "b polled", "again ready");
    }

    @Test
    void pollOnceLeavesWhatIsBorrowed() {
        for (int i = 0; i < 2; i++) {
            events.poll("once", Futures.pollOnce(Futures.borrow(a)));
        }
        a.complete("value");
        var once = Futures.pollOnce(Futures.borrow(a));
        events.poll("once", once);
        events.expect("a polled", "once ready", "a polled", "once ready", "once woken", "a polled", "once ready");
        assertEquals("value", once.future().get().get());
    }

    @Test
    void aLoopOfPollOnceYieldsWhenTheBudgetIsSpent() {
        var once = Futures.pollOnce(a);
        events.poll("once", once, broke);
        events.poll("once", once, broke);
        events.poll("once", once);
        events.expect(
                "a polled", "a cancelled", "broke woken", "once pending", "broke woken", "once pending", "once ready");
    }

    @Test
    void pollOnceHandsExceptionsOnAndIsCancelled() {
        a.fail(new IllegalArgumentException("broken"));
        events.poll("once", Futures.pollOnce(a));
        Manual<String> b = new Manual<>("b", events);
        var once = Futures.pollOnce(b);
        once.cancel();
        once.cancel();
        events.expect("a polled", "once threw IllegalArgumentException: broken", "b cancelled");
    }

    // Tokio: macros_select: disable_with_if
    @Test
    void pendingNeverEndsAndAsksForTheWaker() {
        boolean[] askedForWaker = {false};
        Context cx = new Context() {
            @Override
            public Waker waker() {
                askedForWaker[0] = true;
                return () -> {};
            }

            @Override
            public boolean spend() {
                return true;
            }
        };
        Future<String> pending = Futures.pending();
        assertSame(Poll.PENDING, pending.poll(cx));
        assertTrue(askedForWaker[0]);
        assertThrows(IllegalStateException.class, pending::get);
        pending.cancel();
        assertThrows(IllegalStateException.class, () -> pending.poll(cx));
    }

    @Test
    void readySpendsAndKeepsItsValueUntilItIsTaken() {
        Future<String> ready = Futures.ready("value");
        events.poll("ready", ready, broke);
        events.poll("ready", ready);
        events.expect("broke woken", "ready pending", "ready ready value");
        assertEquals("value", ready.take());
        Context cx = Context.of(() -> {});
        Future.OfInt i = Futures.ready(1);
        Future.OfLong l = Futures.ready(2L);
        Future.OfDouble d = Futures.ready(3.0);
        Future.OfBoolean z = Futures.ready(true);
        Future<Character> c = Futures.ready('c');
        Future<Byte> b = Futures.ready((byte) 4);
        Future<Short> s = Futures.ready((short) 5);
        Future<Float> f = Futures.ready(6f);
        for (Future<?> each : new Future<?>[] {i, l, d, z, c, b, s, f}) {
            assertThrows(IllegalStateException.class, each::get);
            each.poll(cx);
        }
        assertEquals(
                "1 2 3.0 true c 4 5 6.0",
                i.getAsInt() + " " + l.getAsLong() + " " + d.getAsDouble() + " " + z.getAsBoolean() + " " + c.get()
                        + " " + b.get() + " " + s.get() + " " + f.get());
    }
}
