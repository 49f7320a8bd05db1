// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Task;
import dev.pollen.interleavings.Gate;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import dev.pollen.platform.ParkingSleeper;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Wakes, spawns and stops by other threads against an executor that goes to sleep: a lost one is a deadlock here. */
final class SleepInterleavingsTest {
    private static final String DEADLOCK = "has hung";

    private static Executor parking() {
        return Executor.builder()
                .clock(new VirtualClock())
                .sleeper(new ParkingSleeper())
                .build();
    }

    /** The last task waits for a wake. */
    static final class WakeAgainstSleep extends Scenario implements Executor.Init {
        private final Executor executor = parking();
        private final Gate gate = new Gate(2);

        @Override
        protected Scenario fresh() {
            return new WakeAgainstSleep();
        }

        @Override
        protected void execute() throws Exception {
            Thread other = start(1);
            executor.run(this);
            other.join();
            check(gate.seen() == 2, "the task ended early");
        }

        @Override
        public void start(Spawner spawner) {
            spawner.spawn(Task.of(gate));
        }

        @Override
        protected void execute(int thread) {
            gate.advance();
            gate.advance();
        }
    }

    /** An executor that serves is stopped, before it begins, while it does, or when it sleeps. */
    static final class StopAgainstSleep extends Scenario {
        private final Executor executor = parking();
        private final Gate never = new Gate(1);

        @Override
        protected Scenario fresh() {
            return new StopAgainstSleep();
        }

        @Override
        protected void execute() throws Exception {
            Thread other = start(1);
            executor.serve();
            other.join();
        }

        @Override
        protected void execute(int thread) {
            executor.spawner().spawn(Task.of(never));
            executor.stop();
        }
    }

    @Test
    void noWakeIsSleptThrough() {
        Interleavings.of(WakeAgainstSleep.class, 400).hold();
    }

    @Test
    void aPushWithoutPendIsFound() {
        Interleavings.of(WakeAgainstSleep.class, 400)
                .find(DEADLOCK, Mutation.in(RunQueue.class, "wakeRemotely").leaveOut("pend"));
    }

    @Test
    void aSleepWithoutALastLookIsFound() {
        Interleavings.of(WakeAgainstSleep.class, 400)
                .find(DEADLOCK, Mutation.in(RunLoop.class, "waitForWork").leaveOut("hasRemote"));
    }

    @Test
    void aSleeperThatForgetsAnEarlyWakeIsFound() {
        Interleavings.of(WakeAgainstSleep.class, 400)
                .find(DEADLOCK, Mutation.in(ParkingSleeper.class, "sleep").forget("woken"));
    }

    @Test
    void noStopIsSleptThrough() {
        Interleavings.of(StopAgainstSleep.class, 400).hold();
    }

    @Test
    void aStopThatDoesNotPendIsFound() {
        Interleavings.of(StopAgainstSleep.class, 400)
                .find(DEADLOCK, Mutation.in(Shutdown.class, "request").leaveOut("pend"));
    }
}
