// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.sync.Mutex;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks of threads that are held while a task is suspended. */
@SuppressWarnings("pollen:046")
final class HeldLocks {
    private final ReentrantLock lock = new ReentrantLock();

    private HeldLocks() {}

    @Async
    static Future<Integer> read(int n) {
        return Future.ready(n);
    }

    @Async
    Future<Void> field() {
        lock.lock();
        try {
            await(read(1)); // POLLEN-047
        } finally {
            lock.unlock();
        }
        await(read(2));
        return Future.done();
    }

    @Async
    static Future<Void> parameter(Lock given, ReadWriteLock both) throws InterruptedException {
        Lock same = given;
        same.lockInterruptibly();
        await(read(1)); // POLLEN-047
        given.unlock();
        await(read(2));
        both.readLock().lock();
        try {
            await(read(3)); // POLLEN-047
        } finally {
            both.readLock().unlock();
        }
        return Future.done();
    }

    @Async
    Future<Void> tried() {
        if (lock.tryLock()) {
            try {
                await(read(1)); // POLLEN-047
            } finally {
                lock.unlock();
            }
        } else {
            await(read(2));
        }
        if (!lock.tryLock()) {
            return Future.done();
        }
        await(read(3)); // POLLEN-047
        lock.unlock();
        await(read(4));
        return Future.done();
    }

    Future<Void> block() {
        return async(() -> {
            lock.lock();
            await(read(1)); // POLLEN-047
            lock.unlock();
            return Future.done();
        });
    }

    @Async
    Future<Void> fine(Mutex<String> mutex, boolean now) {
        lock.lock();
        lock.unlock();
        await(read(1));
        try (var guard = await(mutex.lock())) {
            await(read(2));
        }
        if (now) {
            lock.lock();
        }
        if (now) {
            lock.unlock();
        }
        await(read(3));
        return Future.done();
    }

    @Async
    @SuppressWarnings("pollen:047")
    Future<Void> meant() {
        lock.lock();
        await(read(1));
        lock.unlock();
        return Future.done();
    }
}
