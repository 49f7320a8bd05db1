// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.sync.RwLock.Guard;
import dev.pollen.sync.RwLock.WriteGuard;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RwLockTest {
    private final Events events = new Events();

    static Stream<Function<String, RwLock<String>>> forms() {
        return Stream.of(RwLock::of, RwLock::local);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private void poll(String name, Future<? extends Guard<String>> future) {
        events.say(name
                + (future.poll(Context.of(events.waker(name))) == Poll.PENDING
                        ? " pending"
                        : " has " + future.get().get()));
    }

    private <G extends Guard<String>> G entered(Future<G> future) {
        assertEquals(Poll.READY, future.poll(Context.of(events.waker("entered"))));
        return future.take();
    }

    /** Embassy rwlock: read_guard_released_when_dropped, write_guard_released_when_dropped; Tokio: read_shared, write_shared_pending. */
    // Embassy: rwlock: read_guard_releases_lock_when_dropped, write_guard_releases_lock_when_dropped; Tokio:
    // sync_rwlock: read_shared, write_shared_pending, read_exclusive_pending
    @ParameterizedTest
    @MethodSource("forms")
    void manyReadOrOneWrites(Function<String, RwLock<String>> form) {
        RwLock<String> lock = form.apply("table");
        Guard<String> one = entered(lock.read());
        Guard<String> two = entered(lock.read());
        Future<WriteGuard<String>> write = lock.write();
        poll("write", write);
        one.close();
        two.close();
        poll("write", write);
        Future<Guard<String>> read = lock.read();
        Future<WriteGuard<String>> other = lock.write();
        poll("read", read);
        poll("other", other);
        write.get().close();
        poll("read", read);
        read.get().close();
        poll("other", other);
        events.expect(
                "write pending",
                "write woken",
                "write has table",
                "read pending",
                "other pending",
                "read woken",
                "read has table",
                "other woken",
                "other has table");
    }

    /** Embassy D2, Tokio write_order: who comes after a writer that waits stands behind it. */
    // Tokio: sync_rwlock: write_order
    @Test
    void readersWaitBehindAWriterThatWaits() {
        RwLock<String> lock = RwLock.of("table");
        Guard<String> reader = entered(lock.read());
        Future<WriteGuard<String>> write = lock.write();
        Future<Guard<String>> r1 = lock.read();
        Future<Guard<String>> r2 = lock.read();
        poll("write", write);
        poll("r1", r1);
        poll("r2", r2);
        assertNull(lock.tryRead());
        reader.close();
        poll("write", write);
        write.get().close();
        events.expect(
                "write pending", "r1 pending", "r2 pending", "write woken", "write has table", "r1 woken", "r2 woken");
    }

    @Test
    void readersGoOnWhenTheWriterBetweenThemIsCancelled() {
        RwLock<String> lock = RwLock.of("table");
        Guard<String> reader = entered(lock.read());
        Future<WriteGuard<String>> write = lock.write();
        Future<Guard<String>> read = lock.read();
        poll("write", write);
        poll("read", read);
        write.cancel();
        poll("read", read);
        reader.close();
        assertNull(lock.tryWrite());
        read.get().close();
        assertNotNull(lock.tryWrite());
        events.expect("write pending", "read pending", "read woken", "read has table");
    }

    /** A granted writer that is cancelled passes the lock on, to all readers behind it. */
    @Test
    void aCancelledGrantGoesToTheNext() {
        RwLock<String> lock = RwLock.of("table");
        WriteGuard<String> writer = entered(lock.write());
        Future<WriteGuard<String>> write = lock.write();
        Future<Guard<String>> r1 = lock.read();
        Future<Guard<String>> r2 = lock.read();
        poll("write", write);
        poll("r1", r1);
        poll("r2", r2);
        writer.close();
        write.cancel();
        r1.cancel();
        poll("r2", r2);
        events.expect(
                "write pending", "r1 pending", "r2 pending", "write woken", "r1 woken", "r2 woken", "r2 has table");
        r2.get().close();
        assertNotNull(lock.tryWrite());
    }

    /** Tokio: downgrade, try_downgrade. */
    // Tokio: sync_rwlock: downgrade
    @Test
    void aWriterGoesOnAsAReader() {
        RwLock<String> lock = RwLock.of("table");
        WriteGuard<String> writer = entered(lock.write());
        Future<Guard<String>> r1 = lock.read();
        Future<WriteGuard<String>> write = lock.write();
        Future<Guard<String>> r2 = lock.read();
        poll("r1", r1);
        poll("write", write);
        poll("r2", r2);
        Guard<String> reader = writer.downgrade();
        assertEquals("table", reader.get());
        events.expect("r1 pending", "write pending", "r2 pending", "r1 woken");
        poll("r1", r1);
        r1.get().close();
        reader.close();
        poll("write", write);
        events.expect("r1 has table", "write woken", "write has table");
        write.get().close();
        assertThrows(IllegalStateException.class, writer::downgrade);
    }

    /** Tokio: exhaust_reading, with_max_readers. */
    // Tokio: sync_rwlock: exhaust_reading
    @Test
    void aBoundOfReadersIsKept() {
        RwLock<String> lock = RwLock.local("table", 2);
        Guard<String> one = entered(lock.read());
        Guard<String> two = entered(lock.read());
        Future<Guard<String>> three = lock.read();
        poll("three", three);
        assertNull(lock.tryRead());
        one.close();
        poll("three", three);
        two.close();
        events.expect("three pending", "three woken", "three has table");
        assertThrows(IllegalArgumentException.class, () -> RwLock.of("table", 0));
    }

    /** Tokio: try_read_try_write. */
    // Tokio: sync_rwlock: try_read_try_write
    @Test
    void tryingTakesWhatIsFree() {
        RwLock<String> lock = RwLock.of("table");
        Guard<String> reader = lock.tryRead();
        assertNotNull(reader);
        assertNull(lock.tryWrite());
        reader.close();
        WriteGuard<String> writer = lock.tryWrite();
        assertNotNull(writer);
        assertNull(lock.tryRead());
        assertNull(lock.tryWrite());
        writer.close();
        writer.close();
        assertNotNull(lock.tryRead());
        assertEquals(
                "the guard of an RwLock was used after it was closed; take the lock again",
                assertThrows(IllegalStateException.class, writer::get).getMessage());
    }

    /** Random tasks: a writer is alone, and at the end the lock is free. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aWriterIsAlone(long seed) {
        Random random = new Random(seed);
        RwLock<String> lock = random.nextBoolean() ? RwLock.of("table") : RwLock.local("table", 3);
        List<Future<? extends Guard<String>>> waiting = new ArrayList<>();
        List<Guard<String>> readers = new ArrayList<>();
        List<Guard<String>> writers = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> waiting.add(lock.read());
                case 2 -> waiting.add(lock.write());
                case 3 -> {
                    if (!waiting.isEmpty()) {
                        waiting.remove(random.nextInt(waiting.size())).cancel();
                    }
                }
                case 4 -> {
                    if (!readers.isEmpty()) {
                        readers.remove(random.nextInt(readers.size())).close();
                    }
                }
                case 5 -> {
                    if (!writers.isEmpty()) {
                        WriteGuard<String> writer = (WriteGuard<String>) writers.remove(0);
                        if (random.nextBoolean()) {
                            readers.add(writer.downgrade());
                        } else {
                            writer.close();
                        }
                    }
                }
                default -> {
                    for (Future<? extends Guard<String>> future : List.copyOf(waiting)) {
                        if (future.poll(new Budget(() -> {}, random.nextInt(3))) == Poll.READY) {
                            waiting.remove(future);
                            (future instanceof RwLock.Write ? writers : readers).add(future.get());
                        }
                    }
                }
            }
            assertTrue(writers.isEmpty() || writers.size() == 1 && readers.isEmpty(), "a writer is not alone");
        }
        waiting.forEach(Future::cancel);
        readers.forEach(Guard::close);
        writers.forEach(Guard::close);
        assertNotNull(lock.tryWrite());
    }
}
