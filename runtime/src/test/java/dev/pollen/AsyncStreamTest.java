// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.executor.Executor;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.Script;
import dev.pollen.testing.TestTask;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A hand-written generator, in the shape that the weaver gives to methods, at each point of its life. */
final class AsyncStreamTest {
    private static final Context CX = Context.of(() -> {});

    private final Events events = new Events();

    /** What the body does at one step. */
    private interface Step extends Function<Letters, Object> {
        /** The body ends. */
        Object END = new Object();
    }

    /** Emits what its steps give; a future is awaited instead. An exception of the unwinding leaves it. */
    private class Letters extends StreamFrame<Object> {
        private final Step[] steps;
        private int step;
        private int state;
        private Future<?> child;

        Letters(Step... steps) {
            this.steps = steps;
        }

        @Override
        public Poll poll(Context cx) {
            try {
                if (state < START || state >= CANCELLING) {
                    Throwable thrown = Unwinding.unwind(this);
                    events.say("unwound");
                    throw thrown;
                }
                if (child != null && child.poll(cx) == Poll.PENDING) {
                    return Poll.PENDING;
                }
                child = null;
                while (step < steps.length) {
                    Object given = steps[step++].apply(this);
                    state = step;
                    if (!(given instanceof Future<?> future)) {
                        emitted(given);
                        return Poll.READY;
                    }
                    child = future;
                    if (child.poll(cx) == Poll.PENDING) {
                        return Poll.PENDING;
                    }
                    child = null;
                }
                state = DONE;
                return Poll.READY;
            } catch (Throwable thrown) {
                throw Unwinding.fail(this, thrown);
            }
        }

        @Override
        public int state() {
            return state;
        }

        @Override
        public void state(int next) {
            state = next;
        }

        @Override
        public Future<?> child(int of) {
            return child;
        }

        @Override
        public String at(int of) {
            return "demo.Abc.letters(Abc.java:" + (10 + of) + ")";
        }
    }

    private Letters letters(String letters) {
        Step[] steps = letters.chars().mapToObj(c -> (Step) s -> (char) c).toArray(Step[]::new);
        return new Letters(steps);
    }

    private void next(AsyncStream<?> stream) {
        events.poll("next", stream.next(), CX);
    }

    private void current(AsyncStream<?> stream) {
        try {
            events.say("current " + stream.current());
        } catch (IllegalStateException e) {
            events.say(e.getMessage());
        }
    }

    @Test
    void valuesComeOneByOneAndThenTheEndAgainAndAgain() {
        AsyncStream<Object> stream = letters("ab");
        for (int i = 0; i < 4; i++) {
            next(stream);
            current(stream);
        }
        stream.cancel();
        next(stream);
        events.expect(
                "next ready true",
                "current a",
                "next ready true",
                "current b",
                "next ready false",
                "current() was called after the end: demo.Abc.letters(Abc.java:10), completion",
                "next ready false",
                "current() was called after the end: demo.Abc.letters(Abc.java:10), completion",
                "next ready false");
    }

    @Test
    void nothingRunsBeforeNextIsPolled() {
        AsyncStream<Object> stream = new Letters(s -> {
            events.say("body");
            return "a";
        });
        current(stream);
        stream.next();
        current(stream);
        next(stream);
        events.expect(
                "current() was called before next() was awaited: demo.Abc.letters(Abc.java:10), not started",
                "current() was called before next() was ready: demo.Abc.letters(Abc.java:10), not started",
                "body",
                "next ready true");
    }

    @Test
    void nextGivesTheSameFutureWhichIsReadyOnce() {
        AsyncStream<Object> stream = letters("ab");
        Future.OfBoolean next = stream.next();
        assertSame(next, stream.next());
        next(stream);
        assertTrue(next.getAsBoolean());
        events.poll("again", next, CX);
        next.cancel();
        current(stream);
        assertSame(next, stream.next());
        assertThrows(IllegalStateException.class, next::getAsBoolean);
        events.expect(
                "next ready true",
                "again threw IllegalStateException: next() was polled after completion, call it again: suspended at"
                        + " demo.Abc.letters(Abc.java:11)",
                "current a");
    }

    @Test
    void aCancelledNextStopsWaitingAndTheGeneratorIsAsItWas() {
        HandPolled wait = new HandPolled();
        AsyncStream<Object> stream = new Letters(s -> wait, s -> "late");
        Future.OfBoolean next = stream.next();
        events.poll("next", next, CX);
        next.cancel();
        events.poll("cancelled", next, CX);
        assertFalse(wait.isCancelled());
        wait.open();
        next(stream);
        current(stream);
        events.expect(
                "next pending",
                "cancelled threw IllegalStateException: next() was polled after cancel, call it again: suspended at"
                        + " demo.Abc.letters(Abc.java:11)",
                "next ready true",
                "current late");
    }

    @Test
    void aValueThatTheBudgetHoldsBackIsLostByNoCancel() {
        AsyncStream<Object> stream = letters("ab");
        Future.OfBoolean next = stream.next();
        events.poll("first", next, new Budget(events.waker("first"), 0));
        next.cancel();
        events.poll("cancelled", next, CX);
        Budget second = new Budget(events.waker("second"), 1);
        events.poll("second", stream.next(), second);
        current(stream);
        events.poll("third", stream.next(), second);
        events.poll("third", stream.next(), new Budget(events.waker("third"), 1));
        current(stream);
        events.poll("end", stream.next(), new Budget(events.waker("end"), 0));
        stream.next().cancel();
        next(stream);
        events.expect(
                "first woken",
                "first pending",
                "cancelled threw IllegalStateException: next() was polled after cancel, call it again: suspended at"
                        + " demo.Abc.letters(Abc.java:11)",
                "second ready true",
                "current a",
                "second woken",
                "third pending",
                "third ready true",
                "current b",
                "end woken",
                "end pending",
                "next ready false");
    }

    @Test
    void anEndlessGeneratorLeavesOthersTheirTurn() {
        int[] emitted = new int[1];
        Letters endless = new Letters(s -> {
            s.step = 0;
            return emitted[0]++;
        });
        Executor executor = Executor.on(new VirtualClock());
        Script consumer = new Script("consumer");
        for (int i = 0; i < 300; i++) {
            consumer.await(() -> endless.next(), value -> {});
        }
        executor.spawner().spawn(consumer.claim());
        executor.poll();
        assertEquals(129, emitted[0]);
        executor.poll();
        assertEquals(257, emitted[0]);
        executor.stop();
    }

    @Test
    void cancelEndsTheAwaitedChildAndThenTheBody() {
        HandPolled wait = new HandPolled();
        Letters stream = new Letters(s -> "a", s -> wait);
        next(stream);
        next(stream);
        stream.cancel();
        stream.cancel();
        assertTrue(wait.isCancelled());
        assertThrows(IllegalStateException.class, stream::next);
        current(stream);
        events.expect(
                "next ready true",
                "next pending",
                "unwound",
                "current() was called after cancel: demo.Abc.letters(Abc.java:10), cancel");
    }

    @Test
    void cancelBeforeTheStartRunsNothing() {
        Letters stream = letters("a");
        stream.cancel();
        events.expect();
        assertEquals(
                "next() was called after cancel: demo.Abc.letters(Abc.java:10), cancel",
                assertThrows(IllegalStateException.class, stream::next).getMessage());
    }

    @Test
    void whatIsEmittedWhileUnwindingIsDroppedAndThrowsThere() {
        int[] polls = new int[1];
        Letters stream = new Letters() {
            @Override
            public Poll poll(Context cx) {
                polls[0]++;
                if (state() == START) {
                    state(1);
                    emitted("first");
                    return Poll.READY;
                }
                Unwinding.unwind(this);
                if (polls[0] == 2) {
                    emitted("in finally");
                    state(2);
                    return Poll.READY;
                }
                events.say("thrown at the second emit");
                throw CancelledError.INSTANCE;
            }
        };
        next(stream);
        stream.cancel();
        current(stream);
        events.expect(
                "next ready true",
                "thrown at the second emit",
                "current() was called after cancel: demo.Abc.letters(Abc.java:10), cancel");
    }

    @Test
    void anExceptionLeavesFromTheAwaitAndEndsTheStream() {
        Letters stream = new Letters(s -> "a", s -> {
            throw new IllegalArgumentException("broken");
        });
        next(stream);
        next(stream);
        current(stream);
        stream.cancel();
        events.expect(
                "next ready true",
                "next threw IllegalArgumentException: broken",
                "current() was called after an exception: demo.Abc.letters(Abc.java:10), an exception");
        assertEquals(
                "next() was called after an exception: demo.Abc.letters(Abc.java:10), an exception",
                assertThrows(IllegalStateException.class, stream::next).getMessage());
    }

    @Test
    void theBodyCannotAskOrCancelItself() {
        Letters stream = new Letters(
                s -> {
                    current(s);
                    return "a";
                },
                s -> {
                    events.say(
                            assertThrows(IllegalStateException.class, s::cancel).getMessage());
                    return s.next();
                });
        next(stream);
        next(stream);
        events.expect(
                "current() was called by the generator itself: demo.Abc.letters(Abc.java:10), not started",
                "next ready true",
                "a generator cannot cancel itself, it can only return: suspended at demo.Abc.letters(Abc.java:11)",
                "next threw IllegalStateException: next() was called by the generator itself: suspended at"
                        + " demo.Abc.letters(Abc.java:11)");
    }

    @Test
    void aValueIsLetGoByTheNextCallAndByCancel() {
        for (boolean cancel : new boolean[] {false, true}) {
            Letters stream = new Letters(s -> new byte[1_000_000], s -> new HandPolled());
            next(stream);
            WeakReference<Object> value = new WeakReference<>(stream.current());
            assertTrue(value.get() != null);
            if (cancel) {
                stream.cancel();
            } else {
                stream.next();
            }
            assertNull(collected(value));
        }
    }

    /** Collects until the reference is cleared; a few times are enough where nothing holds it. */
    private static Object collected(WeakReference<Object> value) {
        for (int i = 0; i < 50 && value.get() != null; i++) {
            System.gc();
        }
        return value.get();
    }

    @Test
    void aPlacedFrameStartsAnew() {
        Letters stream = letters("a");
        next(stream);
        next(stream);
        stream.placed();
        stream.step = 0;
        next(stream);
        current(stream);
        events.expect("next ready true", "next ready false", "next ready true", "current a");
    }

    @Test
    void aLostTaskNamesTheAwaitOfTheGenerator() {
        Future<Void> forgetful = new Future<>() {
            @Override
            public Poll poll(Context cx) {
                return Poll.PENDING;
            }

            @Override
            public Void get() {
                return null;
            }

            @Override
            public void cancel() {
                // It waits nowhere.
            }
        };
        Letters stream = new Letters(s -> forgetful);
        String[] told = new String[1];
        try (Executor executor = Executor.builder()
                .clock(new VirtualClock())
                .uncaught((task, thrown) -> told[0] = thrown.getMessage())
                .build()) {
            executor.spawner()
                    .spawn(new Script("consumer")
                            .await(stream::next, value -> {})
                            .claim());
            executor.poll();
        }
        assertTrue(told[0].contains("consumer await 1, which awaits demo.Abc.letters(Abc.java:11)"), told[0]);
    }

    @Test
    void primitivesAreNeverBoxed() {
        Counting stream = new Counting();
        long[] sum = new long[1];
        assertEquals(0, Allocation.bytes(() -> {
            stream.next().poll(CX);
            sum[0] += stream.currentAsInt();
        }));
        assertTrue(sum[0] != 0);
    }

    /** Emits numbers above those that have boxes of their own. */
    private static final class Counting extends StreamFrame.OfInt {
        private int n = 1_000;

        @Override
        public Poll poll(Context cx) {
            emitted(n++);
            return Poll.READY;
        }

        @Override
        public int state() {
            return n == 1_000 ? START : 1;
        }
    }

    @Test
    void aStreamWithoutValuesHasEnded() {
        AsyncStream.OfInt ints = AsyncStream.OfInt.end();
        for (AsyncStream<?> stream :
                new AsyncStream<?>[] {AsyncStream.end(), ints, AsyncStream.OfLong.end(), AsyncStream.OfDouble.end()}) {
            next(stream);
            next(stream);
            current(stream);
            stream.cancel();
            assertThrows(IllegalStateException.class, stream::next);
            events.expect("next ready false", "next ready false", "current() of a stream without values was called");
        }
        assertThrows(IllegalStateException.class, ints::currentAsInt);
    }

    @Test
    void theEndOfAStreamWithoutValuesIsOneFutureWhichIsReadyOnce() {
        AsyncStream.OfInt none = AsyncStream.OfInt.end();
        Future.OfBoolean end = none.next();
        assertSame(end, none.next());
        assertEquals(Poll.READY, end.poll(CX));
        assertFalse(end.getAsBoolean());
        assertThrows(IllegalStateException.class, () -> end.poll(CX));
        none.next().cancel();
        assertThrows(IllegalStateException.class, () -> end.poll(CX));
    }

    @Test
    void emitThatNobodyWoveSaysSo() {
        String message = assertThrows(NotWovenError.class, () -> Pollen.emit(1)).getMessage();
        assertTrue(message.startsWith("emit was reached in code that is not woven"), message);
    }

    @Test
    void aDumpLooksIntoTheGeneratorThatATaskAwaits() {
        Letters letters = new Letters(self -> Timer.afterMillis(5));
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.spawner().spawn(TestTask.of("reader", n -> n == 0 ? letters.next() : null));
            executor.runUntilStalled();
            assertTrue(
                    executor.dump().endsWith("  at demo.Abc.letters(Abc.java:11)\n    waits for Timer due in 5 ms\n"),
                    executor.dump());
        }
    }

    @Test
    void aDumpInTheCleanUpOfACancelledGeneratorNamesItsAwait() {
        Letters letters = new Letters(self -> new HandPolled());
        letters.next().poll(CX);
        letters.state(letters.state() | StateMachine.UNWINDING);
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.spawner().spawn(TestTask.of("reader", n -> n == 0 ? new Asks(letters) : null));
            executor.runUntilStalled();
            assertTrue(
                    executor.dump()
                            .endsWith("  at demo.Abc.letters(Abc.java:11)\n    waits for " + HandPolled.class.getName()
                                    + "\n"),
                    executor.dump());
            letters.state(StateMachine.DONE);
        }
    }

    /** Waits for a stream that it does not poll. */
    private record Asks(Letters of) implements Future<Void>, Describable {
        @Override
        public Poll poll(Context cx) {
            cx.waker();
            return Poll.PENDING;
        }

        @Override
        public @Nullable Void get() {
            return null;
        }

        @Override
        public void cancel() {
            // It waits for nothing.
        }

        @Override
        public void describeWait(WaitDescription to) {
            to.child(of.nextView());
        }
    }
}
