// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Threads;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the locks promise between threads. Something lost shows as a test that does not end. */
@Timeout(120)
final class LockThreadsTest {
    private static final int ROUNDS = 20_000;

    /** Polls once; a future that is pending is cancelled. */
    private static boolean impatient(Future<?> future) {
        boolean ready = future.poll(Context.of(() -> {})) == Poll.READY;
        future.cancel();
        return ready;
    }

    @Test
    void neverMorePermitsAreOutThanThereAre() throws Exception {
        Semaphore semaphore = Semaphore.of(3);
        AtomicInteger out = new AtomicInteger();
        Threads.Body body = () -> {
            Random random = new Random(Thread.currentThread().getId());
            for (int i = 0; i < ROUNDS; i++) {
                int wanted = 1 + random.nextInt(3);
                if (random.nextInt(4) == 0) {
                    Future<Semaphore.Permits> acquire = semaphore.acquire(wanted);
                    if (impatient(acquire)) {
                        acquire.get().close();
                    }
                }
                try (Semaphore.Permits permits = Threads.await(semaphore.acquire(wanted))) {
                    assertTrue(out.addAndGet(permits.count()) <= 3);
                    out.addAndGet(-wanted);
                }
            }
        };
        Threads.run(body, body, body);
        assertEquals(3, semaphore.available());
    }

    // Tokio: sync_rwlock: multithreaded
    @Test
    void aWriterIsAlone() throws Exception {
        int[] counter = {0};
        RwLock<int[]> lock = RwLock.of(counter);
        AtomicInteger readers = new AtomicInteger();
        Threads.Body body = () -> {
            Random random = new Random(Thread.currentThread().getId());
            for (int i = 0; i < ROUNDS; i++) {
                if (random.nextInt(4) == 0 && !impatientWrite(lock)) {
                    impatientRead(lock);
                }
                if (random.nextBoolean()) {
                    try (RwLock.WriteGuard<int[]> guard = Threads.await(lock.write())) {
                        assertEquals(0, readers.get());
                        guard.get()[0]++;
                    }
                } else {
                    try (RwLock.Guard<int[]> guard = Threads.await(lock.read())) {
                        readers.incrementAndGet();
                        int before = guard.get()[0];
                        Thread.onSpinWait();
                        assertEquals(before, guard.get()[0]);
                        readers.decrementAndGet();
                    }
                }
            }
        };
        Threads.run(body, body, body);
        assertTrue(counter[0] > ROUNDS);
    }

    private static boolean impatientWrite(RwLock<int[]> lock) {
        Future<RwLock.WriteGuard<int[]>> write = lock.write();
        boolean entered = impatient(write);
        if (entered) {
            write.get().close();
        }
        return entered;
    }

    private static void impatientRead(RwLock<int[]> lock) {
        Future<RwLock.Guard<int[]>> read = lock.read();
        if (impatient(read)) {
            read.get().close();
        }
    }

    @Test
    void eachRoundOfABarrierHasOneLeader() throws Exception {
        Barrier barrier = Barrier.of(3);
        AtomicInteger leaders = new AtomicInteger();
        AtomicInteger[] rounds = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        Threads.Body[] bodies = new Threads.Body[3];
        for (int i = 0; i < 3; i++) {
            int me = i;
            bodies[i] = () -> {
                for (int round = 0; round < ROUNDS; round++) {
                    if (Threads.await(barrier.arrive())) {
                        leaders.incrementAndGet();
                    }
                    rounds[me].set(round);
                    for (AtomicInteger other : rounds) {
                        assertTrue(Math.abs(other.get() - round) <= 1, "somebody went on alone");
                    }
                }
            };
        }
        Threads.run(bodies);
        assertEquals(ROUNDS, leaders.get());
    }

    @Test
    void oneOfTheThreadsMakesTheValue() throws Exception {
        for (int i = 0; i < ROUNDS / 10; i++) {
            AtomicInteger made = new AtomicInteger();
            LazyLock<Integer> lazy = LazyLock.of(made::incrementAndGet);
            Threads.Body body = () -> {
                impatient(lazy.get());
                assertEquals(1, Threads.await(lazy.get()));
            };
            Threads.run(body, body);
            assertEquals(1, made.get());
        }
    }

    @Test
    void noWaiterMissesACancellation() throws Exception {
        for (int i = 0; i < ROUNDS / 10; i++) {
            CancellationToken token = CancellationToken.of();
            Threads.run(token::cancel, () -> {
                CancellationToken child = token.child();
                impatient(child.cancelled());
                Threads.await(child.cancelled());
                assertTrue(child.isCancelled());
            });
        }
    }
}
