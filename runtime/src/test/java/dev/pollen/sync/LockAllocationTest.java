// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Allocation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In slots, as woven code has them, locks allocate nothing: neither at once nor after waiting or cancelling. */
final class LockAllocationTest {
    private static final Context CX = Context.of(() -> {});

    static Stream<Arguments> rounds() {
        return Stream.of(
                Arguments.of("Semaphore.of", semaphore(Semaphore.of(2))),
                Arguments.of("Semaphore.local", semaphore(Semaphore.local(2))),
                Arguments.of("RwLock.of", rwLock(RwLock.of("x"))),
                Arguments.of("RwLock.local", rwLock(RwLock.local("x"))),
                Arguments.of("Barrier.of", barrier(Barrier.of(2))),
                Arguments.of("Barrier.local", barrier(Barrier.local(2))),
                Arguments.of("OnceLock.of", onceLock(OnceLock.of())),
                Arguments.of("OnceLock.local", onceLock(OnceLock.local())),
                Arguments.of("LazyLock.of", lazyLock(LazyLock.of(() -> "x"))),
                Arguments.of("LazyLock.local", lazyLock(LazyLock.local(() -> "x"))),
                Arguments.of("CancellationToken.of", token(CancellationToken.of())),
                Arguments.of("CancellationToken.local", token(CancellationToken.local())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rounds")
    void nothingIsAllocated(String name, Runnable round) {
        assertEquals(0, Allocation.bytes(round));
    }

    /** The measurement sees the two objects of an acquire without a slot. */
    @Test
    void theMeasurementBites() {
        Semaphore semaphore = Semaphore.of(1);
        assertNotEquals(0, Allocation.bytes(() -> ready(semaphore.acquire()).close()));
    }

    private static void pending(Future<?> future) {
        if (future.poll(CX) != Poll.PENDING) {
            throw new AssertionError("not pending");
        }
    }

    private static void polled(Future<?> future) {
        if (future.poll(CX) != Poll.READY) {
            throw new AssertionError("not ready");
        }
    }

    private static <T> T ready(Future<T> future) {
        polled(future);
        return future.take();
    }

    private static Runnable semaphore(Semaphore semaphore) {
        Semaphore.Acquire a = new Semaphore.Acquire();
        Semaphore.Acquire b = new Semaphore.Acquire();
        Semaphore.Acquire c = new Semaphore.Acquire();
        return () -> {
            Semaphore.Permits both = ready(semaphore.acquire$in(2, a));
            pending(semaphore.acquire$in(2, b));
            pending(semaphore.acquire$in(c));
            both.close();
            b.cancel();
            ready(c).close();
            Semaphore.Permits all = ready(semaphore.acquireAll$in(1, a));
            Semaphore.Permits none = ready(semaphore.acquire$in(0, a));
            none.close();
            all.close();
        };
    }

    private static Runnable rwLock(RwLock<String> lock) {
        RwLock.Read<String> a = new RwLock.Read<>();
        RwLock.Read<String> b = new RwLock.Read<>();
        RwLock.Write<String> w = new RwLock.Write<>();
        return () -> {
            RwLock.Guard<String> one = ready(lock.read$in(a));
            RwLock.Guard<String> two = ready(lock.read$in(a));
            pending(lock.write$in(w));
            pending(lock.read$in(b));
            one.close();
            two.close();
            RwLock.WriteGuard<String> writer = ready(w);
            RwLock.Guard<String> reader = writer.downgrade();
            ready(b).close();
            reader.close();
            pendingThenCancelled(lock, a, w);
        };
    }

    private static void pendingThenCancelled(RwLock<String> lock, RwLock.Read<String> a, RwLock.Write<String> w) {
        RwLock.WriteGuard<String> writer = ready(lock.write$in(w));
        pending(lock.read$in(a));
        writer.close();
        a.cancel();
    }

    private static Runnable barrier(Barrier barrier) {
        Barrier.Arrive a = new Barrier.Arrive();
        Barrier.Arrive b = new Barrier.Arrive();
        return () -> {
            pending(barrier.arrive$in(a));
            a.cancel();
            pending(barrier.arrive$in(a));
            polled(barrier.arrive$in(b));
            polled(a);
            if (!b.getAsBoolean() || a.getAsBoolean()) {
                throw new AssertionError("not the leader");
            }
        };
    }

    private static Runnable onceLock(OnceLock<String> cell) {
        OnceLock.Get<String> a = new OnceLock.Get<>();
        OnceLock.Get<String> b = new OnceLock.Get<>();
        OnceLock.Initializer<String> initializer = () -> "x";
        return () -> {
            pending(cell.get$in(a));
            ready(cell.getOrInit$in(initializer, b));
            ready(a);
            cell.take();
            pending(cell.get$in(a));
            cell.set("y");
            ready(a);
            cell.take();
        };
    }

    private static Runnable lazyLock(LazyLock<String> lazy) {
        OnceLock.Get<String> a = new OnceLock.Get<>();
        return () -> {
            ready(lazy.get$in(a));
            ready(lazy.get$in(a));
            lazy.take();
        };
    }

    private static Runnable token(CancellationToken token) {
        CancellationToken.Cancelled a = new CancellationToken.Cancelled();
        return () -> {
            pending(token.cancelled$in(a));
            a.cancel();
        };
    }
}
