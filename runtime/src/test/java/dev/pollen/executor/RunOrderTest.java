// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static dev.pollen.futures.Futures.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Events;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which task is polled when. */
final class RunOrderTest {
    private final Events events = new Events();
    private final Executor executor = Executor.on(new VirtualClock());
    private final HandPolled gateA = new HandPolled();
    private final HandPolled gateB = new HandPolled();
    private final HandPolled gateC = new HandPolled();

    @AfterEach
    void close() {
        executor.close();
    }

    /** A task that says its name in each of its polls but the last, and yields in between. */
    private TestTask yielding(String name, int polls) {
        return TestTask.of(name, n -> {
            events.say(name + n);
            return n < polls ? yieldNow() : null;
        });
    }

    private void gated(String name, HandPolled gate) {
        executor.spawner().spawn(TestTask.of(name, n -> {
            events.say(name + n);
            return n == 0 ? gate : null;
        }));
    }

    /** Runs code on the executor's thread, as a task would. */
    private void inside(Runnable code) {
        executor.spawner().spawn(TestTask.of("inside", n -> {
            code.run();
            return null;
        }));
        executor.runUntilStalled();
    }

    @Test
    void tasksRunInTheOrderOfTheirSpawns() {
        executor.run(spawner -> {
            spawner.spawn(yielding("a", 0));
            spawner.spawn(yielding("b", 0));
            spawner.spawn(yielding("c", 0));
        });
        events.expect("a0", "b0", "c0");
    }

    @Test
    void tasksThatYieldTakeTurns() {
        executor.run(spawner -> {
            spawner.spawn(yielding("a", 2));
            spawner.spawn(yielding("b", 1));
        });
        events.expect("a0", "b0", "a1", "b1", "a2");
    }

    @Test
    void aRoundIsWhatWasQueuedWhenItBegan() {
        executor.spawner().spawn(yielding("a", 2));
        executor.spawner().spawn(TestTask.of("b", n -> {
            events.say("b" + n);
            executor.spawner().spawn(yielding("c", 0));
            return null;
        }));
        assertTrue(executor.poll());
        events.expect("a0", "b0");
        assertTrue(executor.poll());
        events.expect("a1", "c0");
        assertTrue(executor.poll());
        events.expect("a2");
        assertFalse(executor.poll());
    }

    @Test
    void firstWokenIsFirstPolled() {
        gated("a", gateA);
        gated("b", gateB);
        gated("c", gateC);
        executor.runUntilStalled();
        events.forget();
        inside(() -> {
            gateC.open();
            gateA.open();
            gateB.open();
        });
        events.expect("c1", "a1", "b1");
    }

    @Test
    void manyWakesMakeOnePoll() {
        gated("a", gateA);
        executor.runUntilStalled();
        inside(() -> {
            gateA.wake();
            gateA.wake();
            gateA.wake();
        });
        assertEquals(2, gateA.polls());
    }

    @Test
    void aWakeBetweenRoundsIsSeenByTheNext() {
        gated("a", gateA);
        executor.runUntilStalled();
        gateA.wake();
        assertEquals(1, gateA.polls());
        assertTrue(executor.poll());
        assertEquals(2, gateA.polls());
    }

    @Test
    void aWakeDuringThePollMakesOneMore() {
        executor.spawner().spawn(TestTask.of("a", n -> {
            events.say("a" + n);
            return n < 2 ? new WakesItself() : null;
        }));
        assertTrue(executor.poll());
        events.expect("a0");
        assertTrue(executor.poll());
        events.expect("a1");
    }

    @Test
    void ownWakesComeBeforeThoseFromOutside() {
        gated("a", gateA);
        gated("b", gateB);
        executor.runUntilStalled();
        events.forget();
        executor.spawner().spawn(yielding("own", 1));
        executor.poll();
        gateB.open();
        gateA.open();
        executor.spawner().spawn(yielding("late", 0));
        executor.poll();
        events.expect("own0", "own1", "b1", "a1", "late0");
    }

    @Test
    void aTaskThatWasWokenFromInsideAndOutsideIsPolledOnce() {
        gated("a", gateA);
        executor.runUntilStalled();
        inside(() -> {
            gateA.wake();
            Threads.elsewhere(gateA::wake);
        });
        assertEquals(2, gateA.polls());
    }

    @Test
    void aWakeFromOutsideBetweenTheStartOfTheRoundAndThePollIsServedByThatPoll() {
        gated("a", gateA);
        executor.runUntilStalled();
        executor.spawner().spawn(TestTask.of("before a", n -> {
            Threads.elsewhere(gateA::wake);
            return null;
        }));
        gateA.wake();
        executor.runUntilStalled();
        assertEquals(2, gateA.polls());
    }

    @Test
    void stepPollsOneTask() {
        executor.spawner().spawn(yielding("a", 1));
        executor.spawner().spawn(yielding("b", 0));
        assertTrue(executor.step());
        events.expect("a0");
        assertTrue(executor.step());
        events.expect("b0");
        assertTrue(executor.step());
        events.expect("a1");
        assertFalse(executor.step());
    }

    // pw_async2: RunInTaskUntilStalledReturnsPending
    @Test
    void runUntilStalledSaysWhetherTasksAreLeft() {
        gated("a", gateA);
        assertTrue(executor.runUntilStalled());
        gateA.open();
        assertFalse(executor.runUntilStalled());
    }

    private static final class WakesItself implements Future<Void> {
        private boolean polled;

        @Override
        public Poll poll(Context cx) {
            if (polled) {
                return Poll.READY;
            }
            polled = true;
            cx.waker().wake();
            cx.waker().wake();
            return Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }
}
