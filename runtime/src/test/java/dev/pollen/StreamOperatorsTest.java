// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.executor.Executor;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Events;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Operators on streams: their values, their ends, and that each ends what it works on, once. */
final class StreamOperatorsTest {
    private static final Context CX = Context.of(() -> {});

    private final Events events = new Events();
    private final Source source = new Source("source");

    /** A stream whose values the test gives. Holds the contract, and says when it is cancelled. */
    private final class Source implements AsyncStream.OfInt, Future.OfBoolean {
        private final String name;
        private final List<Integer> values = new ArrayList<>();
        private Waker waker;
        private RuntimeException failure;
        private boolean closed;
        private boolean over;
        private int current;

        Source(String name) {
            this.name = name;
        }

        Source give(int... more) {
            for (int value : more) {
                values.add(value);
            }
            if (waker != null) {
                waker.wake();
            }
            return this;
        }

        Source close() {
            closed = true;
            return this;
        }

        @Override
        public Future.OfBoolean next() {
            if (over) {
                throw new IllegalStateException(name + " was asked after its end");
            }
            return this;
        }

        @Override
        public Poll poll(Context cx) {
            if (failure != null) {
                over = true;
                throw failure;
            }
            if (values.isEmpty() && !closed) {
                waker = cx.waker();
                return Poll.PENDING;
            }
            if (!cx.spend()) {
                cx.pollAgain();
                return Poll.PENDING;
            }
            if (!values.isEmpty()) {
                current = values.remove(0);
            } else {
                over = true;
            }
            return Poll.READY;
        }

        @Override
        public boolean getAsBoolean() {
            return !over;
        }

        @Override
        public int currentAsInt() {
            return current;
        }

        @Override
        public void cancel() {
            if (!over) {
                over = true;
                events.say(name + " cancelled");
            }
        }
    }

    /** Polls for one value. */
    private void next(AsyncStream<?> stream) {
        try {
            Future.OfBoolean next = stream.next();
            if (next.poll(Context.of(events.waker("consumer"))) == Poll.PENDING) {
                events.say("pending");
            } else {
                events.say(next.getAsBoolean() ? "value " + stream.current() : "end");
            }
        } catch (RuntimeException thrown) {
            events.say("threw " + Events.text(thrown));
        }
    }

    private void next(AsyncStream<?> stream, int times) {
        for (int i = 0; i < times; i++) {
            next(stream);
        }
    }

    @Test
    void aMappingIsCalledOnceForEachValue() {
        int[] calls = {0};
        AsyncStream.OfInt doubled = source.give(1, 2).mapInt(i -> {
            calls[0]++;
            return 2 * i;
        });
        next(doubled, 2);
        assertEquals(4, doubled.currentAsInt());
        assertEquals(4, doubled.currentAsInt());
        next(doubled);
        assertThrows(IllegalStateException.class, doubled::currentAsInt);
        source.give(3);
        next(doubled);
        source.close();
        next(doubled, 2);
        events.expect("value 2", "value 4", "pending", "consumer woken", "value 6", "end", "end");
        assertEquals(3, calls[0]);
        doubled.cancel();
        events.expect();
    }

    @Test
    void objectsAndPrimitivesAreMappedIntoEachOther() {
        AsyncStream<String> texts = source.give(1, 2).close().mapToObj(i -> "x".repeat(i));
        next(
                texts.map(t -> t + "!")
                        .mapToLong(String::length)
                        .mapLong(l -> l * 10)
                        .mapToObj(l -> "l" + l),
                3);
        Source other = new Source("other").give(7).close();
        next(
                other.map(i -> i + 1)
                        .mapToDouble(i -> i / 2.0)
                        .mapDouble(d -> d + 1)
                        .mapToObj(d -> "d" + d),
                2);
        events.expect("value l20", "value l30", "end", "value d5.0", "end");
    }

    @Test
    void aFilterAsksOn() {
        AsyncStream.OfInt odd = source.give(0, 1, 2, 4, 5, 6).filterInt(i -> i % 2 == 1);
        next(odd, 3);
        source.close();
        next(odd);
        Source other = new Source("other").give(1, 2).close();
        next(other.mapToObj(i -> "t" + i).filter(t -> t.equals("t2")), 2);
        events.expect("value 1", "value 5", "pending", "end", "value t2", "end");
    }

    @Test
    void takeEndsItsSourceBehindTheLastValue() {
        AsyncStream.OfInt two = source.give(1, 2, 3).take(2);
        next(two, 4);
        events.expect("value 1", "value 2", "source cancelled", "end", "end");
        Source none = new Source("none").give(1);
        next(none.take(0));
        events.expect("none cancelled", "end");
        assertEquals(1, none.values.size());
        Source few = new Source("few").give(1).close();
        next(few.take(5), 2);
        events.expect("value 1", "end");
        assertThrows(IllegalArgumentException.class, () -> source.take(-1));
    }

    @Test
    void mergeTakesTurnsAndEndsWithBoth() {
        Source other = new Source("other").give(10, 20);
        AsyncStream.OfInt merged = source.give(1, 2, 3).merge(other);
        next(merged, 6);
        source.close();
        other.give(30);
        next(merged, 2);
        other.close();
        next(merged);
        events.expect(
                "value 1",
                "value 10",
                "value 2",
                "value 20",
                "value 3",
                "pending",
                "consumer woken",
                "value 30",
                "pending",
                "end");
        assertThrows(IllegalArgumentException.class, () -> merged.merge(merged));
        assertThrows(NullPointerException.class, () -> source.merge((AsyncStream.OfInt) null));
    }

    @Test
    void anExceptionOfOneMergedStreamEndsTheOther() {
        Source other = new Source("other");
        AsyncStream<Integer> merged = source.map(i -> i).merge(other);
        next(merged);
        other.failure = new IllegalArgumentException("broken");
        next(merged);
        next(merged);
        merged.cancel();
        events.expect(
                "pending",
                "source cancelled",
                "threw IllegalArgumentException: broken",
                "threw IllegalStateException: next() was called after an exception: merge(other), an exception");
    }

    @Test
    void chunksFillTheBufferAndGiveTheRest() {
        int[] buffer = new int[3];
        AsyncStream.OfInt chunks = source.give(1, 2, 3, 4).chunks(buffer);
        next(chunks, 2);
        assertEquals(4, buffer[0]);
        source.give(5).close();
        next(chunks, 2);
        events.expect("value 3", "pending", "consumer woken", "value 2", "end");
        assertEquals(5, buffer[1]);
        String[] texts = new String[2];
        Source other = new Source("other").give(1, 2).close();
        next(other.mapToObj(i -> "t" + i).chunks(texts), 2);
        events.expect("value 2", "end");
        assertEquals(List.of("t1", "t2"), List.of(texts));
        assertThrows(IllegalArgumentException.class, () -> source.chunks(new int[0]));
    }

    @Test
    void throttlePausesBehindEachValue() {
        VirtualClock clock = new VirtualClock();
        Executor executor = Executor.builder().clock(clock).build();
        AsyncStream.OfInt slow = source.give(1, 2, 3).close().throttle(100);
        executor.run(spawner -> spawner.spawn(TestTask.of("task", new TestTask.Body() {
            @Override
            public Future<?> next(int n) {
                return n < 4 ? slow.next() : null;
            }

            @Override
            public void took(int n, Object value) {
                events.say(value + " at " + clock.now() / 1_000_000);
            }
        })));
        executor.close();
        events.expect("true at 0", "true at 100", "true at 200", "false at 300");
        assertThrows(IllegalArgumentException.class, () -> source.throttle(-1));
    }

    /** Cancel safety: what a lost select has asked for comes with the next one. */
    @Test
    void aNextThatIsCancelledLosesNoValue() {
        List<Function<Source, AsyncStream<?>>> operators = List.of(
                s -> s.mapInt(i -> i),
                s -> s.filterInt(i -> true),
                s -> s.take(9),
                s -> s.throttle(0),
                s -> s.merge(new Source("other")),
                s -> s.map(i -> i).chunks(new Integer[1]));
        for (Function<Source, AsyncStream<?>> operator : operators) {
            Source of = new Source("of");
            AsyncStream<?> stream = operator.apply(of);
            next(stream);
            stream.next().cancel();
            of.give(1);
            next(stream);
            events.expect("pending", "consumer woken", "value 1");
        }
    }

    @Test
    void cancelReachesTheSourceOnceAtEachPointOfItsLife() {
        List<Function<Source, AsyncStream<?>>> operators = List.of(
                s -> s.mapInt(i -> i),
                s -> s.map(i -> i),
                s -> s.filterInt(i -> true),
                s -> s.filter(i -> true),
                s -> s.take(9),
                s -> s.throttle(0),
                s -> s.mapInt(i -> i).filterInt(i -> true).take(5).mapToObj(i -> i),
                s -> s.merge(new Source("source")),
                s -> s.chunks(new int[2]));
        for (Function<Source, AsyncStream<?>> operator : operators) {
            for (int point = 0; point < 3; point++) {
                Source of = new Source("source");
                AsyncStream<?> stream = operator.apply(of);
                if (point == 1) {
                    next(stream);
                } else if (point == 2) {
                    next(stream);
                    of.give(1, 2);
                    next(stream);
                }
                events.forget();
                stream.cancel();
                stream.cancel();
                if (stream instanceof MergedStream) {
                    events.expect("source cancelled", "source cancelled");
                } else {
                    events.expect("source cancelled");
                }
                assertThrows(IllegalStateException.class, stream::next);
            }
        }
    }

    @Test
    void whatAMappingThrowsEndsTheSource() {
        AsyncStream.OfInt broken = source.give(1).mapInt(i -> Math.floorDiv(i, 0));
        next(broken, 2);
        events.expect(
                "source cancelled",
                "threw ArithmeticException: / by zero",
                "threw IllegalStateException: next() was called after an exception: mapInt(mapping), an exception");
        assertThrows(NullPointerException.class, () -> source.mapInt(null));
        assertThrows(NullPointerException.class, () -> source.filter(null));
    }

    /** A source that always has a value, and a filter that lets none pass. */
    @Test
    void aFilterThatLetsNothingPassStarvesNobody() {
        Executor executor = Executor.builder().build();
        boolean[] stop = {false};
        AsyncStream.OfInt endless = new Endless(stop).filterInt(i -> false).mapInt(i -> i);
        executor.spawner().spawn(TestTask.of("filters", n -> n == 0 ? endless.next() : null));
        executor.spawner().spawn(TestTask.of("other", n -> {
            stop[0] = true;
            return null;
        }));
        for (int round = 0; round < 5; round++) {
            executor.poll();
        }
        assertTrue(stop[0]);
        executor.runUntilStalled();
        executor.close();
    }

    /** Ends when it is told to. */
    private static final class Endless extends StreamFrame.OfInt {
        private final boolean[] stop;
        private int state;

        Endless(boolean[] stop) {
            this.stop = stop;
        }

        @Override
        public Poll poll(Context cx) {
            if (stop[0]) {
                state = DONE;
            } else {
                emitted(1);
            }
            return Poll.READY;
        }

        @Override
        public int state() {
            return state;
        }

        @Override
        public void state(int next) {
            state = next;
        }
    }

    @Test
    void anElementAllocatesNothing() {
        int[] buffer = new int[2];
        AsyncStream.OfInt chain = new Endless(new boolean[1])
                .mapInt(i -> i + 70_000)
                .filterInt(i -> i > 0)
                .take(Long.MAX_VALUE)
                .merge(new Endless(new boolean[1]))
                .chunks(buffer);
        assertEquals(0, Allocation.bytes(() -> {
            Future.OfBoolean next = chain.next();
            while (next.poll(CX) == Poll.PENDING) {
                continue;
            }
            if (!next.getAsBoolean() || chain.currentAsInt() != 2) {
                throw new AssertionError();
            }
        }));
    }

    @Test
    void aSlotIsPlacedAgain() {
        MappedStream.OfInt slot = new MappedStream.OfInt();
        assertThrows(IllegalStateException.class, slot::next);
        next(source.give(1).mapInt$in(i -> i + 1, slot));
        slot.cancel();
        next(new Source("other").give(5).mapInt$in(i -> i + 2, slot));
        events.expect("value 2", "source cancelled", "value 7");
    }
}
