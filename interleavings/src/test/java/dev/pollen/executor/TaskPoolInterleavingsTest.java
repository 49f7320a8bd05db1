// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.interleavings.EventLoop;
import dev.pollen.interleavings.Gate;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import dev.pollen.interleavings.Slot;
import dev.pollen.platform.AtomicWord;
import org.junit.jupiter.api.Test;

/** Two threads claim from one pool, spawn, and give slots back: each slot has one owner, and none gets lost. */
final class TaskPoolInterleavingsTest {
    /** One thread claims and releases a slot while another one does so with two of them, out of order. */
    static final class ClaimsAndReleases extends Scenario {
        private final TaskPool<Slot> pool = Slot.pool(2);
        private final int[] owners = new int[2];

        @Override
        protected Scenario fresh() {
            return new ClaimsAndReleases();
        }

        @Override
        protected void execute() throws Exception {
            Thread other = start(1);
            TaskRecord first = claim();
            TaskRecord second = claim();
            release(first);
            TaskRecord third = claim();
            other.join();
            release(second);
            release(third);
            check(claim() != null && claim() != null, "a slot was lost");
            check(claim() == null, "there is one slot too many");
        }

        @Override
        protected void execute(int thread) {
            release(claim());
        }

        private TaskRecord claim() {
            Slot slot = pool.claim();
            if (slot == null) {
                return null;
            }
            TaskRecord record = slot.record();
            check(++owners[record.index()] == 1, "a slot was given twice");
            return record;
        }

        private void release(TaskRecord record) {
            if (record != null) {
                owners[record.index()]--;
                record.release();
            }
        }
    }

    /** Two threads call a task of one slot while the executor runs. */
    static final class Spawns extends Scenario {
        private final TaskPool<Slot> pool = Slot.pool(1);
        private final EventLoop loop = new EventLoop();
        private final int[] spawned = new int[2];
        private final Gate[] gates = {new Gate(0), new Gate(0)};

        @Override
        protected Scenario fresh() {
            return new Spawns();
        }

        @Override
        protected void execute() throws Exception {
            Thread other = start(1);
            spawn(0);
            loop.turn();
            loop.turn();
            other.join();
            loop.turnUntilIdle();
            check(spawned[0] + spawned[1] >= 1, "nobody got the only slot");
            for (int i = 0; i < 2; i++) {
                check(gates[i].polls() == spawned[i], "a spawned task was not polled once");
            }
            check(pool.claim() != null, "the slot was lost");
            check(pool.claim() == null, "there is one slot too many");
        }

        @Override
        protected void execute(int thread) {
            spawn(1);
        }

        private void spawn(int thread) {
            Slot slot = Slot.claim(pool, gates[thread], thread);
            if (slot != null) {
                check(loop.executor().spawner().trySpawn(slot), "a claimed task was refused");
                spawned[thread]++;
            }
        }
    }

    /** Claims of two threads meet an executor that is being closed: what it refuses is free again. */
    static final class RefusedSpawns extends Scenario {
        private final TaskPool<Slot> pool = Slot.pool(2);
        private final EventLoop loop = new EventLoop();
        private final Gate never = new Gate(1);

        @Override
        protected Scenario fresh() {
            return new RefusedSpawns();
        }

        @Override
        protected void execute() throws Exception {
            Thread other = start(1);
            spawn();
            loop.executor().close();
            other.join();
            check(pool.claim() != null && pool.claim() != null, "a slot was lost");
            check(pool.claim() == null, "there is one slot too many");
        }

        @Override
        protected void execute(int thread) {
            spawn();
        }

        private void spawn() {
            loop.executor().spawner().trySpawn(Slot.claim(pool, never, 0));
        }
    }

    /** What is broken on purpose. */
    static final class Broken {
        private Broken() {}

        static boolean compareThenSet(AtomicWord word, long expected, long next) {
            if (word.get() != expected) {
                return false;
            }
            word.compareAndSet(word.get(), next);
            return true;
        }
    }

    @Test
    void everySlotHasOneOwner() {
        Interleavings.of(ClaimsAndReleases.class, 4_000).hold();
    }

    @Test
    void aClaimByAPlainWriteIsFound() {
        Interleavings.of(ClaimsAndReleases.class, 2_000)
                .find(
                        "a slot was given twice",
                        Mutation.in(TaskPool.class, "claimHere")
                                .replace("compareAndSet", Broken.class, "compareThenSet"));
    }

    @Test
    void aReleaseByAPlainWriteIsFound() {
        Interleavings.of(ClaimsAndReleases.class, 2_000)
                .find(
                        "a slot was lost",
                        Mutation.in(TaskPool.class, "release")
                                .replace("compareAndSet", Broken.class, "compareThenSet"));
    }

    @Test
    void aStackWithoutVersionsIsFound() {
        Interleavings.of(ClaimsAndReleases.class, 20_000)
                .find(
                        "a slot was given twice",
                        Mutation.in(TaskPool.class, "claimHere").leaveOut("nextVersion"),
                        Mutation.in(TaskPool.class, "release").leaveOut("nextVersion"));
    }

    @Test
    void everySpawnedTaskRunsOnce() {
        Interleavings.of(Spawns.class, 400).hold();
    }

    @Test
    void aSpawnThatDoesNotPendIsFound() {
        Interleavings.of(Spawns.class, 400)
                .find(
                        "a spawned task was not polled once",
                        Mutation.in(RunQueue.class, "wakeRemotely").leaveOut("pend"));
    }

    @Test
    void aClosedExecutorGivesEverySlotBack() {
        Interleavings.of(RefusedSpawns.class, 400).hold();
    }

    @Test
    void aSpawnThatDoesNotLookAgainForACloseIsFound() {
        Interleavings.of(RefusedSpawns.class, 400)
                .find("a slot was lost", Mutation.in(Spawner.class, "hand").leaveOut("refusal"));
    }
}
