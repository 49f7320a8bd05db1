// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.testing.HandPolled;
import dev.pollen.testing.TestTask;
import dev.pollen.testing.Threads;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A slot that is spawned again, here or on another executor, while old wakes of it are under way. */
@Timeout(120)
final class SlotMoveTest {
    private final TaskPool<TestTask> pool = TestTask.pool("moving", 1);
    private final Executor first = new Executor();
    private final Executor second = new Executor();

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    /** Ready at once, but has its task woken in that very poll: from here, or by another thread. */
    private record ReadyAndWoken(boolean byAnotherThread) implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            Waker waker = cx.waker();
            if (byAnotherThread) {
                Threads.elsewhere(waker::wake);
            } else {
                waker.wake();
            }
            return Poll.READY;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    private void runOnceOn(Executor executor, boolean byAnotherThread) {
        executor.spawner().spawn(TestTask.claim(pool, n -> n == 0 ? new ReadyAndWoken(byAnotherThread) : null));
        executor.poll();
        assertEquals("moving: free", pool.record(0).task.toString());
    }

    private HandPolled waitOn(Executor executor) {
        HandPolled gate = new HandPolled();
        executor.spawner().spawn(TestTask.claim(pool, n -> n == 0 ? gate : null));
        executor.runUntilStalled();
        return gate;
    }

    // pw_async2: allocate_task: DestroysOnceAfterPendReturnsReady
    @Test
    void aWakeAfterTheEndIsIgnoredWhileTheSlotIsFree() {
        HandPolled gate = waitOn(first);
        gate.open();
        first.runUntilStalled();
        long polls = first.polls();
        gate.waker().wake();
        first.runUntilStalled();
        assertEquals(polls, first.polls());
    }

    @Test
    void aWakeOfTheFormerOccupantIsASpuriousOneOfTheNext() {
        HandPolled former = waitOn(first);
        former.open();
        first.runUntilStalled();
        HandPolled gate = waitOn(second);
        former.waker().wake();
        second.runUntilStalled();
        assertEquals(2, gate.polls());
    }

    @Test
    void aSlotThatEndedWhileItWasQueuedCanBeSpawnedAgainAtOnce() {
        runOnceOn(first, false);
        HandPolled here = waitOn(first);
        assertEquals(1, here.polls());
        here.open();
        assertTrue(!first.runUntilStalled());
        runOnceOn(first, false);
        HandPolled there = waitOn(second);
        there.open();
        assertTrue(!second.runUntilStalled());
    }

    @Test
    void aSlotThatEndedWithAWakeFromOutsideUnderWayCanBeSpawnedAgainHere() {
        runOnceOn(first, true);
        HandPolled gate = waitOn(first);
        gate.open();
        assertTrue(!first.runUntilStalled());
    }

    @Test
    void aSlotThatEndedWithAWakeFromOutsideUnderWayCanBeSpawnedElsewhere() {
        runOnceOn(first, true);
        HandPolled gate = waitOn(second);
        gate.wake();
        second.runUntilStalled();
        gate.open();
        assertTrue(!second.runUntilStalled());
    }

    @Test
    void itCanBeSpawnedElsewhereFromInsideTooAndIsWokenFromOutside() {
        runOnceOn(first, true);
        HandPolled gate = new HandPolled();
        second.spawner().spawn(TestTask.of("spawner", n -> {
            second.spawner().spawn(TestTask.claim(pool, m -> m == 0 ? gate : null));
            return null;
        }));
        second.runUntilStalled();
        gate.open();
        assertTrue(!second.runUntilStalled());
    }

    @Test
    void tasksThatWereQueuedBehindTheMovedOneAreNotLost() {
        HandPolled stays = new HandPolled();
        first.spawner().spawn(TestTask.of("stays", n -> n == 0 ? stays : null));
        first.poll();
        runOnceOn(first, true);
        stays.open();
        HandPolled gate = waitOn(second);
        assertTrue(!first.runUntilStalled());
        gate.open();
        assertTrue(!second.runUntilStalled());
    }

    /** A gate that another thread opens. */
    private static final class Gate implements Future<Void> {
        private final AtomicReference<Gate> closed;
        private volatile boolean open;
        private volatile Waker waker;

        Gate(AtomicReference<Gate> closed) {
            this.closed = closed;
        }

        @Override
        public Poll poll(Context cx) {
            boolean first = waker == null;
            waker = cx.waker();
            if (first) {
                closed.set(this);
            }
            return open ? Poll.READY : Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    @Test
    void noWakeIsLostWhileASlotMovesUnderAStormOfOldWakes() throws Exception {
        AtomicReference<Gate> closed = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        Waker slot = pool.record(0).task;
        Threads.run(
                () -> {
                    for (int i = 0; i < 5_000; i++) {
                        Executor executor = i % 2 == 0 ? first : second;
                        TestTask task = TestTask.claim(pool, n -> n == 0 ? new Gate(closed) : null);
                        executor.blockOn(executor.spawner().submit(task));
                    }
                    over.set(true);
                },
                () -> {
                    while (!over.get()) {
                        Gate gate = closed.getAndSet(null);
                        if (gate != null) {
                            gate.open = true;
                            gate.waker.wake();
                        } else {
                            Thread.yield();
                        }
                    }
                },
                () -> {
                    while (!over.get()) {
                        slot.wake();
                        Thread.yield();
                    }
                });
        assertEquals(0, first.failures() + second.failures());
    }
}
