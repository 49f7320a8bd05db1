// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.executor.Executor;
import dev.pollen.testing.Events;
import dev.pollen.testing.Printed;
import dev.pollen.testing.TestTask;
import org.junit.jupiter.api.Test;

/** Hand-written machines, in the shape that the weaver gives to methods, are cancelled at each point of their life. */
final class UnwindingTest {
    private static final Context CX = Context.of(() -> {});

    private final Events events = new Events();

    /** A frame that awaits one child again and again; what its body does with an exception is given. */
    private final class Machine extends Frame<String> {
        private final int awaits;
        private final Clause clause;
        private Child child;
        private int state;
        private int met;

        Machine(int awaits, Clause clause) {
            this.awaits = awaits;
            this.clause = clause;
        }

        @Override
        public Poll poll(Context cx) {
            try {
                if (state == START) {
                    events.say("body");
                    child = new Child();
                    state = 1;
                } else if (state != 1) {
                    clause.caught(Unwinding.unwind(this));
                    events.say("swallowed");
                    child = new Child();
                }
                while (met < awaits) {
                    if (child.poll(cx) == Poll.PENDING) {
                        met++;
                        state = 1;
                        return Poll.PENDING;
                    }
                }
                state = DONE;
                events.say("returned");
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
        public void clear() {
            child = null;
        }

        @Override
        public String at(int of) {
            return of == START ? "demo.Loop.run(Loop.java:10)" : "demo.Loop.run(Loop.java:12)";
        }
    }

    /** The body's catch or finally. */
    private interface Clause {
        void caught(Throwable thrown) throws Throwable;
    }

    private final class Child implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            cx.waker();
            return Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {
            events.say("child cancelled");
        }
    }

    private Machine finallyOnly() {
        return new Machine(100, thrown -> {
            events.say("finally");
            throw thrown;
        });
    }

    @Test
    void theChildIsCancelledFirstThenTheFinallyBlocksRun() {
        Machine machine = finallyOnly();
        machine.poll(CX);
        machine.cancel();
        events.expect("body", "child cancelled", "finally");
        assertEquals(StateMachine.CANCELLED, machine.state);
        assertSame(null, machine.child);
        machine.cancel();
        events.expect();
    }

    @Test
    void aBodyThatHasNotStartedNeverStarts() {
        Machine machine = finallyOnly();
        machine.cancel();
        events.expect();
        assertEquals(StateMachine.CANCELLED, machine.state);
    }

    @Test
    void anExceptionOfTheCleanUpLeavesFromCancel() {
        Machine machine = new Machine(100, thrown -> {
            throw new IllegalArgumentException("broken clean-up");
        });
        machine.poll(CX);
        assertEquals(
                "broken clean-up",
                assertThrows(IllegalArgumentException.class, machine::cancel).getMessage());
        assertEquals(StateMachine.CANCELLED, machine.state);
    }

    @Test
    void codeThatSwallowsTheErrorAndEndsIsLeftInPeace() {
        Machine machine = new Machine(3, thrown -> {});
        machine.poll(CX);
        machine.cancel();
        events.expect(
                "body",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "returned");
        assertEquals(StateMachine.CANCELLED, machine.state);
    }

    @Test
    void codeThatSwallowsTheErrorForEverIsLeftAfterEightTimesAndTheHandlerIsTold() {
        Machine machine = new Machine(1_000_000, thrown -> {});
        try (Executor executor = Executor.builder()
                .uncaught((task, thrown) -> events.say(task + ": " + Events.text(thrown)))
                .build()) {
            executor.spawner().spawn(TestTask.of("owner", n -> {
                machine.poll(CX);
                events.forget();
                machine.cancel();
                return null;
            }));
            executor.runUntilStalled();
            assertEquals(1, executor.failures());
        }
        events.expect(
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "swallowed",
                "child cancelled",
                "owner: IllegalStateException: cancelled code did not end: it caught CancelledError and met the await at"
                        + " demo.Loop.run(Loop.java:12) again and again; rethrow the error, or leave the loop. The body was"
                        + " left there");
        assertEquals(StateMachine.CANCELLED, machine.state);
        assertSame(null, machine.child);
    }

    /** A body that swallows the error and meets one await after the other, without an end. */
    private static final class Rotation extends Frame<Void> {
        private final int awaits;
        private int state = 1;
        private int polls;

        Rotation(int awaits) {
            this.awaits = awaits;
        }

        @Override
        public Poll poll(Context cx) {
            polls++;
            state = (state & ~BITS) % awaits + 1;
            return Poll.PENDING;
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
        public String at(int of) {
            return "demo.Rotation.run(Rotation.java:" + of + ")";
        }

        @Override
        public void clear() {
            // It holds nothing.
        }
    }

    @Test
    void eachAwaitIsCountedForItselfHoweverManyThereAre() {
        for (int awaits : new int[] {1, 2, 20, 21, 22, 100}) {
            Rotation rotation = new Rotation(awaits);
            String printed = Printed.by(rotation::cancel);
            assertEquals(
                    7 * awaits + 1, rotation.polls, "polls until one of " + awaits + " awaits was met eight times");
            assertTrue(printed.contains("demo.Rotation.run(Rotation.java:" + (1 % awaits + 1) + ")"), printed);
        }
    }

    @Test
    void outsideOfExecutorsItIsPrinted() {
        Machine machine = new Machine(1_000_000, thrown -> {});
        machine.poll(CX);
        String printed = Printed.by(machine::cancel);
        assertTrue(printed.startsWith("uncaught in async code"), printed);
        assertTrue(printed.contains("demo.Loop.run(Loop.java:12)"), printed);
    }

    @Test
    void pollingAfterTheEndNamesTheFuture() {
        Machine done = new Machine(0, thrown -> {});
        done.poll(CX);
        Machine cancelled = finallyOnly();
        cancelled.cancel();
        Machine failed = new Machine(100, thrown -> {
            throw new IllegalArgumentException();
        });
        failed.poll(CX);
        failed.state(1 | StateMachine.CANCELLING);
        assertThrows(IllegalArgumentException.class, () -> failed.poll(CX));
        events.forget();
        events.poll("done", done, CX);
        events.poll("cancelled", cancelled, CX);
        events.poll("failed", failed, CX);
        events.expect(
                "done threw IllegalStateException: polled after completion: demo.Loop.run(Loop.java:10); call the method"
                        + " again for another run",
                "cancelled threw IllegalStateException: polled after cancel: demo.Loop.run(Loop.java:10); call the method again"
                        + " for another run",
                "failed threw IllegalStateException: polled after an exception: demo.Loop.run(Loop.java:10); call the method"
                        + " again for another run");
    }

    @Test
    void aFrameThatWasNotPlacedSaysSo() {
        Machine machine = finallyOnly();
        String message = assertThrows(IllegalStateException.class, () -> Unwinding.unwind(machine))
                .getMessage();
        assertEquals("polled before it was placed: demo.Loop.run(Loop.java:10)", message);
    }

    @Test
    void aFrameSaysWhereItStands() {
        Machine machine = finallyOnly();
        assertEquals("demo.Loop.run(Loop.java:10), not started", machine.toString());
        machine.poll(CX);
        assertEquals("suspended at demo.Loop.run(Loop.java:12)", machine.toString());
        machine.cancel();
        assertEquals("demo.Loop.run(Loop.java:10), cancel", machine.toString());
    }
}
