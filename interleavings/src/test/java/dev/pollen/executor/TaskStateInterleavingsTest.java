// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.interleavings.EventLoop;
import dev.pollen.interleavings.Gate;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import dev.pollen.interleavings.Slot;
import dev.pollen.platform.RemoteLink;
import dev.pollen.platform.RemoteQueue;
import org.junit.jupiter.api.Test;

/** The states of a task: wakes from outside meet its polls, its end, the next run of its slot, another executor. */
final class TaskStateInterleavingsTest {
    /** A task waits for three steps, each with a wake by another thread. */
    static final class WakesAgainstPolls extends Scenario {
        private final EventLoop loop = new EventLoop();
        private final Gate gate = new Gate(3);

        @Override
        protected Scenario fresh() {
            return new WakesAgainstPolls();
        }

        @Override
        protected void execute() throws Exception {
            loop.executor().spawner().spawn(Task.of(gate));
            loop.turn();
            Thread other = start(1);
            loop.turn();
            loop.turn();
            other.join();
            loop.turnUntilIdle();
            check(gate.seen() == 3, "a wake was lost");
            check(gate.polls() <= 4, "there were more polls than wakes");
        }

        @Override
        protected void execute(int thread) {
            gate.advance();
            gate.advance();
            gate.advance();
        }
    }

    /** A task wakes itself while another thread wakes it. */
    static final class OwnAndRemoteWakes extends Scenario {
        private final EventLoop loop = new EventLoop();
        private final Gate gate = new Gate(2);

        @Override
        protected Scenario fresh() {
            return new OwnAndRemoteWakes();
        }

        @Override
        protected void execute() throws Exception {
            loop.executor().spawner().spawn(Task.of(new SelfWaking(gate)));
            loop.turn();
            Thread other = start(1);
            loop.turn();
            loop.turn();
            other.join();
            loop.turnUntilIdle();
            check(gate.seen() == 2, "a wake was lost");
            check(gate.polls() <= 5, "there were more polls than wakes");
        }

        @Override
        protected void execute(int thread) {
            gate.advance();
            gate.advance();
        }
    }

    /** Wakes its task in its first two polls. */
    private static final class SelfWaking implements Future<Void> {
        private final Gate gate;

        SelfWaking(Gate gate) {
            this.gate = gate;
        }

        @Override
        public Poll poll(Context cx) {
            if (gate.polls() < 2) {
                cx.waker().wake();
            }
            return gate.poll(cx);
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {
            gate.cancel();
        }
    }

    /** A wake meets the end of a task and the next run of its slot. */
    static final class WakeAgainstEnd extends Scenario {
        private final TaskPool<Slot> pool = Slot.pool(1);
        private final EventLoop loop = new EventLoop();
        private final Gate next = new Gate(1);
        private final Slot slot = Slot.claim(pool, new Gate(0), 1);

        @Override
        protected Scenario fresh() {
            return new WakeAgainstEnd();
        }

        @Override
        protected void execute() throws Exception {
            Spawner spawner = loop.executor().spawner();
            spawner.spawn(slot);
            Thread other = start(1);
            loop.turn();
            Slot again = Slot.claim(pool, next, 2);
            check(again == slot, "the slot was not free at the end of its task");
            spawner.spawn(again);
            loop.turn();
            next.advance();
            other.join();
            loop.turnUntilIdle();
            check(next.seen() == 1, "a wake was lost");
            check(next.polls() <= 3, "there were more polls than wakes");
            check(pool.claim() == slot, "the slot was lost");
        }

        @Override
        protected void execute(int thread) {
            slot.wake();
        }
    }

    /** A slot ends on one executor and runs on another one, while a wake of its first run is under way. */
    static final class WakeAgainstMove extends Scenario {
        private final TaskPool<Slot> pool = Slot.pool(1);
        private final EventLoop first = new EventLoop();
        private final EventLoop second = new EventLoop();
        private final Gate next = new Gate(1);
        private final Slot slot = Slot.claim(pool, new Gate(0), 1);

        @Override
        protected Scenario fresh() {
            return new WakeAgainstMove();
        }

        @Override
        protected void execute() throws Exception {
            first.executor().spawner().spawn(slot);
            Thread other = start(1);
            first.turn();
            second.executor().spawner().spawn(Slot.claim(pool, next, 2));
            second.turn();
            other.join();
            second.turnUntilIdle();
            check(next.seen() == 1, "a wake was lost");
            check(pool.claim() == slot, "the slot was lost");
        }

        @Override
        protected void execute(int thread) {
            slot.wake();
            next.advance();
        }
    }

    /** What is broken on purpose. */
    static final class Broken {
        private Broken() {}

        /** Leaves the link claimed; it is the only one. */
        static RemoteLink keep(RemoteLink link) {
            return null;
        }

        static Poll pollThenRelease(TaskHeader task, Context cx) {
            Poll outcome = task.poll(cx);
            if (task.isRemoteQueued()) {
                RemoteQueue.release(task);
            }
            return outcome;
        }
    }

    @Test
    void noWakeIsLost() {
        Interleavings.of(WakesAgainstPolls.class, 400).hold();
    }

    @Test
    void aFlagThatIsClearedAfterThePollIsFound() {
        Interleavings.of(WakesAgainstPolls.class, 400)
                .find(
                        "a wake was lost",
                        Mutation.in(RunQueue.class, "takeOver").replace("release", Broken.class, "keep"),
                        Mutation.in(TaskPolling.class, "poll").replace("poll", Broken.class, "pollThenRelease"));
    }

    @Test
    void ownAndRemoteWakesAreOne() {
        Interleavings.of(OwnAndRemoteWakes.class, 400).hold();
    }

    @Test
    void aTakeOverThatForgetsQueuedTasksIsFound() {
        Interleavings.of(OwnAndRemoteWakes.class, 400)
                .find("a wake was lost", Mutation.in(RunQueue.class, "takeOver").leaveOut("wakeHere"));
    }

    @Test
    void aWakeMayMeetTheEnd() {
        Interleavings.of(WakeAgainstEnd.class, 400).hold();
    }

    @Test
    void anEndThatKeepsTheSlotIsFound() {
        Interleavings.of(WakeAgainstEnd.class, 400)
                .find(
                        "the slot was not free at the end of its task",
                        Mutation.in(TaskPolling.class, "end").leaveOut("giveBack"));
    }

    @Test
    void aSlotMayMove() {
        Interleavings.of(WakeAgainstMove.class, 400).hold();
    }

    @Test
    void aPushThatDoesNotLookForTheNewHomeIsFound() {
        Interleavings.of(WakeAgainstMove.class, 400)
                .find(
                        "a wake was lost",
                        Mutation.in(RunQueue.class, "wakeRemotely").leaveOut("rehome"));
    }

    @Test
    void aSpawnThatDoesNotLookForTheOldHomeIsFound() {
        Interleavings.of(WakeAgainstMove.class, 400)
                .find("a wake was lost", Mutation.in(RunQueue.class, "spawn").leaveOut("rehome"));
    }
}
