// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.testing.Allocation;
import dev.pollen.testing.HandPolled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The slot of a call that can be overridden, used as woven twins use it. */
final class ReceiverFramesTest {
    private static final Context CX = Context.of(() -> {});
    private static final String METHOD = "demo.Sensor.read(int)";

    private final AwaitChain task = new AwaitChain(null, "demo.Main.run()");
    private final ReceiverFrames<Integer> slot = new ReceiverFrames<>(task, METHOD, 2);

    /** What the weaver makes of {@code return Future.ready(n)}. */
    private static class Echo extends Frame.OfInt {
        private int state;
        private int value;
        private boolean cleared;

        @Override
        public void clear() {
            cleared = true;
        }

        @Override
        public Poll poll(Context cx) {
            if (state != START) {
                throw Unwinding.fail(this, Unwinding.unwind(this));
            }
            state = DONE;
            return Poll.READY;
        }

        @Override
        public int state() {
            return state;
        }

        @Override
        public void state(int state) {
            this.state = state;
        }

        @Override
        public int getAsInt() {
            return value;
        }

        @Override
        public String at(int state) {
            return "Echo.read(Echo.java:7)";
        }
    }

    /** The frame of another class. */
    private static final class Other extends Echo {}

    private static <T> ReceiverFrames<T> read(int n, ReceiverFrames<T> slot) {
        Echo frame = (Echo) slot.find(Echo.class);
        if (frame == null) {
            frame = new Echo();
            slot.keep(frame);
        }
        return place(frame, n, slot);
    }

    private static <T> ReceiverFrames<T> readOther(int n, ReceiverFrames<T> slot) {
        Other frame = (Other) slot.find(Other.class);
        if (frame == null) {
            frame = new Other();
            slot.keep(frame);
        }
        return place(frame, n, slot);
    }

    private static <T> ReceiverFrames<T> place(Echo frame, int n, ReceiverFrames<T> slot) {
        frame.value = n;
        frame.cleared = false;
        frame.state = StateMachine.START;
        return slot.use(frame);
    }

    private static <T> T end(Future<T> future) {
        assertEquals(Poll.READY, future.poll(CX));
        return future.take();
    }

    @Test
    void eachClassHasItsFrameAndFindsItAgain() {
        assertEquals(7, end(read(7, slot)));
        Future<?> first = slot.current();
        assertEquals(8, end(readOther(8, slot)));
        assertEquals(9, end(read(9, slot)));
        assertSame(first, slot.current());
    }

    @Test
    void nothingIsAllocatedAfterTheFirstSight() {
        ReceiverFrames.OfInt ints = new ReceiverFrames.OfInt(task, METHOD, 2);
        int[] sum = new int[1];
        assertEquals(0, Allocation.bytes(() -> {
            read(1, ints).poll(CX);
            sum[0] += ints.getAsInt();
            readOther(2, ints).poll(CX);
            sum[0] += ints.getAsInt();
        }));
        assertTrue(sum[0] > 0);
    }

    @Test
    void eightFramesAreKept() {
        List<Future<?>> frames = new ArrayList<>();
        for (int i = 0; i < ReceiverFrames.MOST; i++) {
            frames.add(new Echo());
            slot.keep(frames.get(i));
        }
        Other ninth = new Other();
        slot.keep(ninth);
        assertSame(frames.get(0), slot.find(Echo.class));
        assertNull(slot.find(Other.class));
        assertEquals(3, end(place(ninth, 3, slot)), "it is used all the same");
        assertNull(slot.current(), "and let go");
    }

    @Test
    void aForeignFutureIsUsedAndLetGo() {
        Future<String> foreign = Future.ready("hi");
        ReceiverFrames<String> texts = new ReceiverFrames<>(task, "demo.Greeter.greet()", 2);
        assertSame(texts, texts.use(foreign));
        assertSame(foreign, texts.current());
        assertEquals("hi", end(texts));
        assertNull(texts.current());
        IllegalStateException again = assertThrows(IllegalStateException.class, () -> texts.poll(CX));
        assertTrue(again.getMessage().contains("demo.Greeter.greet()"), again::getMessage);
    }

    @Test
    void nullInPlaceOfAFutureNamesTheMethod() {
        NullPointerException e = assertThrows(NullPointerException.class, () -> slot.use(null));
        assertEquals(METHOD + " returned null in place of a future", e.getMessage());
        place(new Echo(), 1, slot);
        assertThrows(NullPointerException.class, () -> slot.use(null));
    }

    @Test
    void aSlotThatWasNeverPlacedSaysSo() {
        assertThrows(IllegalStateException.class, () -> slot.poll(CX));
        assertThrows(IllegalStateException.class, slot::get);
        slot.cancel();
        assertEquals(METHOD + ", not placed", slot.toString());
    }

    @Test
    void misuseNamesTheFrame() {
        end(read(1, slot));
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> slot.poll(CX));
        assertTrue(e.getMessage().contains("Echo.read(Echo.java:7)"), e::getMessage);
        assertEquals("Echo.read(Echo.java:7), completion", slot.toString());
    }

    @Test
    void anotherReceiverEndsWhatWasNeverAwaited() {
        HandPolled left = new HandPolled();
        ReceiverFrames<Void> jobs = new ReceiverFrames<>(task, "demo.Job.run()", 2);
        jobs.use(left);
        jobs.poll(CX);
        HandPolled next = new HandPolled();
        jobs.use(next);
        assertTrue(left.isCancelled());
        assertFalse(next.isCancelled());
        jobs.cancel();
        assertTrue(next.isCancelled());
    }

    @Test
    void anotherReceiverLetsGoOfAValueThatNobodyTook() {
        read(1, slot).poll(CX);
        assertEquals(1, slot.get());
        Echo first = (Echo) slot.current();
        readOther(2, slot);
        assertTrue(first.cleared, "the frame of the first receiver");
        assertFalse(((Echo) slot.current()).cleared, "that of the second");
    }

    @Test
    void droppingLetsGoOfAForeignFutureAndKeepsFrames() {
        HandPolled foreign = new HandPolled();
        ReceiverFrames<Void> jobs = new ReceiverFrames<>(task, "demo.Job.run()", 2);
        jobs.use(foreign);
        assertNull(Unwinding.drop(jobs, null));
        assertTrue(foreign.isCancelled());
        assertNull(jobs.current());
        read(1, slot);
        assertNull(Unwinding.drop(slot, null));
        assertNotNull(slot.current());
        assertEquals(StateMachine.CANCELLED, ((Echo) slot.current()).state());
    }

    @Test
    void primitivesOfEveryFormPassThrough() {
        ReceiverFrames.OfInt ints = new ReceiverFrames.OfInt(task, METHOD, 2);
        ints.use(Future.ready(1)).poll(CX);
        assertEquals(1, ints.getAsInt());
        assertEquals(1, ints.get());
        ReceiverFrames.OfLong longs = new ReceiverFrames.OfLong(task, METHOD, 2);
        longs.use(Future.ready(2L)).poll(CX);
        assertEquals(2L, longs.getAsLong());
        ReceiverFrames.OfDouble doubles = new ReceiverFrames.OfDouble(task, METHOD, 2);
        doubles.use(Future.ready(2.5)).poll(CX);
        assertEquals(2.5, doubles.getAsDouble());
        ReceiverFrames.OfBoolean booleans = new ReceiverFrames.OfBoolean(task, METHOD, 2);
        booleans.use(Future.ready(true)).poll(CX);
        assertTrue(booleans.getAsBoolean());
    }

    @Test
    void aRecursionHasFramesForEachDepthAndThenAName() {
        assertTrue(slot.isOutermost());
        AwaitChain echo = new AwaitChain(slot, "demo.Echo.read(int)");
        ReceiverFrames<Integer> second = new ReceiverFrames<>(echo, METHOD, 2);
        assertFalse(second.isOutermost());
        assertEquals(5, end(read(5, second)));
        ReceiverFrames<Integer> third = new ReceiverFrames<>(new AwaitChain(second, "demo.Echo.read(int)"), METHOD, 2);
        RecursionException e = assertThrows(RecursionException.class, () -> read(1, third));
        assertEquals(
                METHOD
                        + " awaits itself more than 2 deep: demo.Main.run() -> demo.Echo.read(int) -> demo.Echo.read(int) -> "
                        + METHOD + "; raise maxDepth of its @Async, or write a loop",
                e.getMessage());
        ReceiverFrames<Integer> other =
                new ReceiverFrames<>(new AwaitChain(second, "demo.Echo.read(int)"), "demo.Sensor.write(int)", 2);
        assertEquals(6, end(read(6, other)), "another method is counted by itself");
    }
}
