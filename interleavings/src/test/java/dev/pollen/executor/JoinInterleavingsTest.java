// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.interleavings.EventLoop;
import dev.pollen.interleavings.FlagWaker;
import dev.pollen.interleavings.Gate;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import dev.pollen.interleavings.Slot;
import org.junit.jupiter.api.Test;

/** A handle is polled, or its task aborted, by another thread while the task ends. */
final class JoinInterleavingsTest {
    /** The result is handed over to another thread. */
    static final class ResultAgainstPoll extends Scenario {
        private final TaskPool<Slot> pool = Slot.pool(1);
        private final EventLoop loop = new EventLoop();
        private final FlagWaker waiter = new FlagWaker();
        private final JoinHandle<Integer> handle = loop.executor().spawner().submit(Slot.claim(pool, new Gate(0), 42));
        private boolean ready;

        @Override
        protected Scenario fresh() {
            return new ResultAgainstPoll();
        }

        @Override
        protected void execute() throws Exception {
            Thread other = start(1);
            loop.turn();
            check(pool.claim() != null, "the slot was not free at the end of its task");
            other.join();
            loop.turnUntilIdle();
            check(handle.isFinished(), "the run has not ended");
            if (!ready) {
                check(waiter.wasWoken(), "the waiter was not woken");
                check(waiter.isReady(handle), "the result is not there");
            }
            check(handle.take() == 42, "the result is another one");
        }

        @Override
        protected void execute(int thread) {
            ready = waiter.isReady(handle);
        }
    }

    /** Two threads abort a task and wake it for its end; then its slot runs again. */
    static final class AbortAgainstEnd extends Scenario {
        private final TaskPool<Slot> pool = Slot.pool(1);
        private final EventLoop loop = new EventLoop();
        private final Gate gate = new Gate(1);
        private final FlagWaker waiter = new FlagWaker();
        private final JoinHandle<Integer> handle = loop.executor().spawner().submit(Slot.claim(pool, gate, 42));

        @Override
        protected Scenario fresh() {
            return new AbortAgainstEnd();
        }

        @Override
        protected void execute() throws Exception {
            loop.turn();
            Thread abort = start(0);
            Thread end = start(1);
            loop.turn();
            end.join();
            abort.join();
            loop.turnUntilIdle();
            check(handle.isFinished(), "the run has not ended");
            int result = resultOf(handle);
            check(result == 42 || result == -1, "the result is another one");
            Slot again = Slot.claim(pool, new Gate(0), 43);
            check(again != null, "the slot was lost");
            JoinHandle<Integer> next = loop.executor().spawner().submit(again);
            loop.turnUntilIdle();
            check(resultOf(next) == 43, "the next run was aborted");
        }

        @Override
        protected void execute(int thread) {
            if (thread == 0) {
                handle.abort();
            } else {
                gate.advance();
            }
        }

        private int resultOf(JoinHandle<Integer> of) {
            try {
                return waiter.isReady(of) ? of.take() : -2;
            } catch (TaskAbortedException e) {
                return -1;
            }
        }
    }

    /** A task that would wait for ever is aborted while it is polled. */
    static final class AbortAgainstPoll extends Scenario {
        private final TaskPool<Slot> pool = Slot.pool(1);
        private final EventLoop loop = new EventLoop();
        private final JoinHandle<Integer> handle = loop.executor().spawner().submit(Slot.claim(pool, new Gate(1), 42));

        @Override
        protected Scenario fresh() {
            return new AbortAgainstPoll();
        }

        @Override
        protected void execute() throws Exception {
            Thread other = start(1);
            loop.turn();
            other.join();
            loop.turnUntilIdle();
            check(handle.isFinished(), "the abort was lost");
            check(pool.claim() != null, "the slot was lost");
        }

        @Override
        protected void execute(int thread) {
            handle.abort();
        }
    }

    @Test
    void theResultIsHandedOver() {
        Interleavings.of(ResultAgainstPoll.class, 400).hold();
    }

    @Test
    void aWaiterThatRegistersWithoutGuardIsFound() {
        Interleavings.of(ResultAgainstPoll.class, 400)
                .find(
                        "the waiter was not woken",
                        Mutation.in(Join.class, "look").leaveOut("enter"));
    }

    @Test
    void anAbortMayMeetTheEnd() {
        Interleavings.of(AbortAgainstEnd.class, 400).hold();
    }

    @Test
    void anEndThatKeepsTheSlotIsFound() {
        Interleavings.of(AbortAgainstEnd.class, 400)
                .find("the slot was lost", Mutation.in(TaskPolling.class, "end").leaveOut("giveBack"));
    }

    @Test
    void noAbortIsLost() {
        Interleavings.of(AbortAgainstPoll.class, 400).hold();
    }

    @Test
    void anAbortThatDoesNotWakeIsFound() {
        Interleavings.of(AbortAgainstPoll.class, 400)
                .find(
                        "the abort was lost",
                        Mutation.in(Join.class, "requestAbort").leaveOut("wake"));
    }
}
