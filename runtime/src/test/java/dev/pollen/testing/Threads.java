// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Threads that wait for futures by parking, for tests of what happens between threads. */
public final class Threads {
    private Threads() {}

    /** What a thread does. */
    public interface Body {
        void run() throws Exception;
    }

    /** Runs each body on a thread of its own and returns when all have ended; throws what the first one threw. */
    public static void run(Body... bodies) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (Body body : bodies) {
            Thread thread = new Thread(() -> {
                try {
                    body.run();
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                    // The others may wait for this one for ever.
                    threads.forEach(Thread::interrupt);
                }
            });
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    /** Runs code on another thread and returns when it has ended. */
    public static void elsewhere(Runnable code) {
        try {
            run(code::run);
        } catch (Exception thrown) {
            throw new AssertionError(thrown);
        }
    }

    /** Polls a future to its end on the calling thread, which sleeps meanwhile, and takes its value. */
    public static <T> T await(Future<T> future) throws InterruptedException {
        Parked waker = new Parked();
        Context cx = Context.of(waker);
        while (future.poll(cx) == Poll.PENDING) {
            waker.park();
        }
        return future.take();
    }

    private static final class Parked implements Waker {
        private final Thread thread = Thread.currentThread();
        private volatile boolean woken;

        @Override
        public void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }

        void park() throws InterruptedException {
            while (!woken) {
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            woken = false;
        }
    }
}
