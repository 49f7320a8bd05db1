// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Events;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** A future that breaks the poll contract is found at once, with the place where it is awaited. */
final class LostTaskTest {
    private final Events events = new Events();
    private final Executor executor = Executor.builder()
            .clock(new VirtualClock())
            .uncaught((task, thrown) -> events.say(Events.text(thrown)))
            .build();

    /** Pending for ever; may ask for the waker, may wake. */
    private record Pending(boolean asks, boolean wakes, TaskHeader[] task) implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            if (asks) {
                cx.waker();
            }
            if (wakes) {
                task[0].wake();
            }
            return Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    private void run(boolean asks, boolean wakes) {
        TaskHeader[] self = new TaskHeader[1];
        TestTask task = TestTask.of("forgetful", n -> new Pending(asks, wakes, self));
        self[0] = task;
        executor.spawner().spawn(task);
        executor.poll();
    }

    @Test
    void aTaskThatAskedForNoWakerIsLost() {
        run(false, false);
        events.expect("IllegalStateException: task forgetful is lost: its poll returned PENDING at"
                + " demo.forgetful(Demo.java:1) without asking for a waker, so nothing will ever poll it again. The future"
                + " that is awaited there must call cx.waker() in every poll that returns PENDING, and wake it later");
        assertEquals(1, executor.failures());
    }

    @Test
    void aTaskThatAskedForTheWakerIsNot() {
        run(true, false);
        events.expect();
    }

    @Test
    void aTaskThatIsQueuedAlreadyIsNotEither() {
        run(false, true);
        events.expect();
    }
}
