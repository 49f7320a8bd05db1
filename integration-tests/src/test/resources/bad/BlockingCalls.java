// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Scanner;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Calls that block the thread of all tasks. */
final class BlockingCalls {
    private final ReentrantLock lock = new ReentrantLock();

    private BlockingCalls() {}

    static final class Pipe extends InputStream {
        @Override
        public int read() {
            return -1;
        }
    }

    @Async
    Future<Void> threads(Thread thread, CountDownLatch latch) throws InterruptedException {
        Thread.sleep(10); // POLLEN-046
        TimeUnit.SECONDS.sleep(1); // POLLEN-046
        thread.join(); // POLLEN-046
        latch.await(); // POLLEN-046
        Object monitor = new Object();
        monitor.wait(5); // POLLEN-046
        return Future.done();
    }

    @Async
    Future<Void> queues(BlockingQueue<String> queue, ArrayBlockingQueue<String> array, PriorityBlockingQueue<String> all)
            throws InterruptedException {
        queue.take(); // POLLEN-046
        array.put("a"); // POLLEN-046
        array.poll(1, TimeUnit.SECONDS); // POLLEN-046
        array.poll();
        array.offer("b");
        all.put("c");
        return Future.done();
    }

    @Async
    Future<Void> futures(CompletableFuture<String> future) throws InterruptedException, ExecutionException {
        future.get(); // POLLEN-046
        future.join(); // POLLEN-046
        future.getNow("");
        return Future.done();
    }

    @Async
    Future<Void> streams(InputStream in, Pipe pipe, Scanner scanner, Process process)
            throws IOException, InterruptedException {
        in.read(); // POLLEN-046
        pipe.read(); // POLLEN-046
        new ByteArrayInputStream(new byte[3]).read();
        scanner.nextLine(); // POLLEN-046
        process.waitFor(); // POLLEN-046
        return Future.done();
    }

    Future<Void> block() {
        return async(() -> {
            lock.lock(); // POLLEN-046
            lock.unlock();
            await(Future.done());
            return Future.done();
        });
    }

    /** Where it may block: in a thread's own code, and in code that runs there. */
    @Async
    Future<Void> fine(CompletableFuture<Void> other) {
        CompletableFuture.runAsync(() -> {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        if (lock.tryLock()) {
            lock.unlock();
        }
        return Future.done();
    }

    void ordinary() throws InterruptedException {
        Thread.sleep(10);
    }

    @Async
    @SuppressWarnings("pollen:046")
    Future<Void> meant() throws InterruptedException {
        Thread.sleep(10);
        return Future.done();
    }
}
