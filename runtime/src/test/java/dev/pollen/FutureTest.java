// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import org.junit.jupiter.api.Test;

/** Values that are there already, contexts, and what un-woven code meets. */
final class FutureTest {
    private static final Context CX = Context.of(() -> {});

    private final Events events = new Events();

    @Test
    void readyFuturesGiveTheirValue() {
        Future<?>[] ready = {
            Future.ready(1),
            Future.ready(2L),
            Future.ready(0.5),
            Future.ready(true),
            Future.ready('c'),
            Future.ready((byte) 3),
            Future.ready((short) 4),
            Future.ready(0.25f),
            Future.ready("object"),
            Future.of(5),
            Future.done(),
        };
        for (Future<?> future : ready) {
            events.poll("future", future, CX);
        }
        events.expect(
                "future ready 1",
                "future ready 2",
                "future ready 0.5",
                "future ready true",
                "future ready c",
                "future ready 3",
                "future ready 4",
                "future ready 0.25",
                "future ready object",
                "future ready 5",
                "future ready");
    }

    @Test
    void primitivesAreReadWithoutABox() {
        Future.OfInt ofInt = Future.ready(1);
        Future.OfLong ofLong = Future.ready(2L);
        Future.OfDouble ofDouble = Future.ready(0.5);
        Future.OfBoolean ofBoolean = Future.ready(true);
        assertThrows(IllegalStateException.class, ofInt::getAsInt);
        ofInt.poll(CX);
        ofLong.poll(CX);
        ofDouble.poll(CX);
        ofBoolean.poll(CX);
        assertEquals(1, ofInt.getAsInt());
        assertEquals(2, ofLong.getAsLong());
        assertEquals(0.5, ofDouble.getAsDouble());
        assertTrue(ofBoolean.getAsBoolean());
    }

    @Test
    void aReadyFutureIsReadyOnceAndSpends() {
        Future<String> future = Future.of("value");
        events.poll("future", future, new Budget(events.waker("task"), 0));
        events.poll("future", future, new Budget(events.waker("task"), 1));
        events.poll("future", future, CX);
        future.cancel();
        assertEquals("value", future.take());
        assertNull(future.get());
        Future<String> cancelled = Future.of("value");
        cancelled.cancel();
        events.poll("cancelled", cancelled, CX);
        events.expect(
                "task woken",
                "future pending",
                "future ready value",
                "future threw IllegalStateException: a ready future was polled after completion; it ends once, call the method again",
                "cancelled threw IllegalStateException: a ready future was polled after cancel; call the method again");
    }

    @Test
    void theContextOfCleanUpWakesNobody() {
        assertSame(Context.cancelled(), Context.cancelled());
        Context.cancelled().waker().wake();
    }

    @Test
    void aContextNeedsAWaker() {
        assertThrows(NullPointerException.class, () -> Context.of(null));
    }

    @Test
    void unwovenCodeSaysHowToBeWoven() {
        Runnable[] calls = {
            () -> Pollen.await(Future.of("object")),
            () -> Pollen.await(Future.ready(1)),
            () -> Pollen.await(Future.ready(1L)),
            () -> Pollen.await(Future.ready(1.0)),
            () -> Pollen.await(Future.ready(true)),
            () -> Pollen.async(Future::done),
            () -> Pollen.asyncInt(() -> Future.ready(1)),
            () -> Pollen.asyncLong(() -> Future.ready(1L)),
            () -> Pollen.asyncDouble(() -> Future.ready(1.0)),
            () -> Pollen.asyncBoolean(() -> Future.ready(true)),
            Task::done,
            () -> Task.ready("object"),
            () -> Task.ready(1),
            () -> Task.ready(1L),
            () -> Task.ready(1.0),
            () -> Task.ready(true),
        };
        for (Runnable call : calls) {
            String message = assertThrows(NotWovenError.class, call::run).getMessage();
            assertTrue(message.contains("pollen-processor") || message.contains("@AsyncTask"), message);
        }
        assertEquals(
                "await was reached in code that is not woven: it must stand in a method marked @Async or @AsyncTask, and the"
                        + " class must be compiled with pollen-processor on the processor path, or be woven afterwards with:"
                        + " java -jar pollen-processor.jar weave --class-path PATH DIR",
                new NotWovenError().getMessage());
    }

    @Test
    void framesAndTasksThatAreGeneratedButNotWovenSaySoToo() {
        Frame<String> frame = new Frame<>() {
            @Override
            public Poll poll(Context cx) {
                throw new NotWovenError("demo");
            }
        };
        assertThrows(NotWovenError.class, frame::get);
        assertThrows(NotWovenError.class, frame::take);
        Task<String> task = new Task<>() {};
        assertThrows(NotWovenError.class, () -> task.poll(CX));
        assertEquals(StateMachine.START, frame.state());
        frame.clear();
        frame.state(1);
        assertNull(frame.child(1));
        frame.cancel();
    }
}
