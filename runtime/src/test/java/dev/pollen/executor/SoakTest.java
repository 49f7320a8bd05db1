// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.pollen.Context;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import dev.pollen.testing.Threads;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Four threads spawn tasks on one executor, wake them and others, and abort some of them, by chance: each run ends, every
 * slot comes back, and the executor's thread allocates nothing. For longer: {@code -Dpollen.soak.seconds=60}.
 */
final class SoakTest {
    private static final int SLOTS = 24;
    private static final int DRIVERS = 4;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Ends when it was signalled as often as it wants, and polled since. */
    private static final class Signalled extends Task<Void> {
        private final AtomicInteger signals = new AtomicInteger();
        private int wanted;
        private int state;

        @Override
        protected TaskHeader fresh() {
            return new Signalled();
        }

        @Override
        public Poll poll(Context cx) {
            try {
                if (state < START || (state & CANCELLING) != 0) {
                    throw Unwinding.unwind(this);
                }
                state = 1;
                cx.waker();
                if (signals.get() < wanted) {
                    return Poll.PENDING;
                }
                state = DONE;
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
    }

    private final TaskPool<Signalled> pool = new TaskPool<>(new Signalled(), "soak.signalled", "signalled", SLOTS);
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong aborted = new AtomicLong();

    /** Spawns, wakes and aborts until the executor's time is over. */
    private void drive(Spawner spawner, int seed, long until) throws Exception {
        Random random = new Random(seed);
        TaskJoin<Void> join = new TaskJoin<>();
        while (System.nanoTime() < until) {
            Signalled task = pool.claim();
            if (task == null) {
                Thread.onSpinWait();
                continue;
            }
            int wanted = random.nextInt(4);
            task.wanted = wanted;
            task.signals.set(0);
            spawner.submit$in(task, join);
            for (int i = 0; i < wanted; i++) {
                task.signals.incrementAndGet();
                task.wake();
                // A wake of any other slot, whoever has it: at worst a spurious one.
                pool.record(random.nextInt(SLOTS)).task.wake();
            }
            if (random.nextInt(4) == 0) {
                join.abort();
            }
            try {
                Threads.await(join);
                ended.incrementAndGet();
            } catch (TaskAbortedException e) {
                aborted.incrementAndGet();
            }
        }
    }

    private void phase(Executor executor, long nanos, int seed) throws Exception {
        long until = System.nanoTime() + nanos;
        Threads.Body[] drivers = new Threads.Body[DRIVERS];
        for (int i = 0; i < DRIVERS; i++) {
            int own = seed + i;
            drivers[i] = () -> drive(executor.spawner(), own, until);
        }
        Threads.run(drivers);
        executor.stop();
    }

    // pw_async2: MultiThreadedTest.StressTest
    @Test
    @Timeout(300)
    void nothingIsLostOrStuckAndEverySlotComesBack() throws Exception {
        long seconds = Long.getLong("pollen.soak.seconds", 3);
        Executor executor = Executor.builder()
                .uncaught((task, thrown) -> {
                    throw new AssertionError(thrown);
                })
                .build();
        long[] allocated = new long[1];
        // The first phase makes what each slot makes once, the second one is measured.
        Threads.run(
                () -> {
                    executor.serve();
                    long before = THREADS.getCurrentThreadAllocatedBytes();
                    executor.serve();
                    allocated[0] = THREADS.getCurrentThreadAllocatedBytes() - before;
                },
                () -> {
                    phase(executor, 1_000_000_000, 1);
                    phase(executor, (seconds - 1) * 1_000_000_000, 100);
                });
        System.out.println("soak: " + ended + " runs ended, " + aborted + " were aborted, " + executor.polls()
                + " polls, " + allocated[0] + " bytes");
        assertEquals(0, executor.failures());
        assertEquals("", executor.dump());
        assertTrue(ended.get() > 0 && aborted.get() > 0);
        for (int i = 0; i < SLOTS; i++) {
            assertNotNull(pool.claim(), "slot " + i);
        }
        assertEquals(0, allocated[0]);
        executor.close();
    }
}
