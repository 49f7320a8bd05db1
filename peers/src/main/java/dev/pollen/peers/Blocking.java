// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The workloads as code that blocks, on threads of either kind. Nothing selects: threads have no such thing. */
final class Blocking {
    private static final String MESSAGE = "message";

    private final ThreadFactory threads;

    Blocking(ThreadFactory threads) {
        this.threads = threads;
    }

    /** Code of a thread, and what it gives. */
    private interface Body {
        int run() throws InterruptedException, ExecutionException;
    }

    /**
     * Starts a thread for each body, and waits for all; the sum of what they give. A thread of the same kind does so: a virtual
     * thread that yields may never let one run that another kind of thread has started.
     */
    private int run(Body... bodies) {
        return all(() -> all(bodies));
    }

    private int all(Body... bodies) {
        Thread[] started = new Thread[bodies.length];
        Ended[] ends = new Ended[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            ends[i] = new Ended(bodies[i]);
            started[i] = threads.newThread(ends[i]);
        }
        for (Thread thread : started) {
            thread.start();
        }
        int sum = 0;
        for (int i = 0; i < bodies.length; i++) {
            try {
                started[i].join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts", e);
            }
            sum += ends[i].result();
        }
        return sum;
    }

    private static final class Ended implements Runnable {
        private final Body body;
        private int result;
        private Exception thrown;

        Ended(Body body) {
            this.body = body;
        }

        @Override
        public void run() {
            try {
                result = body.run();
            } catch (InterruptedException | ExecutionException | RuntimeException e) {
                thrown = e;
            }
        }

        int result() {
            if (thrown != null) {
                throw new IllegalStateException(thrown);
            }
            return result;
        }
    }

    /** Threads that yield; how often. */
    int yields(int tasks, int count) {
        Body[] bodies = new Body[tasks];
        for (int i = 0; i < tasks; i++) {
            bodies[i] = () -> {
                int done = 0;
                while (done != count) {
                    Thread.yield();
                    done++;
                }
                return done;
            };
        }
        return run(bodies);
    }

    /** One thread sends and waits for the answer of the other, through queues that hold one; how many answers. */
    int pingPong(int count) {
        return pingPong(() -> new ArrayBlockingQueue<>(1), count);
    }

    /** The same through queues that hold nothing. */
    int pingPongSynchronous(int count) {
        return pingPong(SynchronousQueue::new, count);
    }

    private int pingPong(Supplier<BlockingQueue<String>> queues, int count) {
        BlockingQueue<String> first = queues.get();
        BlockingQueue<String> second = queues.get();
        return run(
                () -> {
                    int received = 0;
                    for (int left = count; left != 0; left--) {
                        first.put(MESSAGE);
                        if (second.take() == MESSAGE) {
                            received++;
                        }
                    }
                    return received;
                },
                () -> {
                    for (int left = count; left != 0; left--) {
                        second.put(first.take());
                    }
                    return 0;
                });
    }

    /** The same without queues: each unparks the other and parks. The least that two threads can do. */
    int pingPongParked(int count) {
        Baton baton = new Baton();
        return run(() -> baton.first(count), () -> baton.second(count));
    }

    /** Who has it is whose turn it is. */
    private static final class Baton {
        private volatile Thread first;
        private volatile Thread second;
        private volatile String message;

        int first(int count) {
            first = Thread.currentThread();
            while (second == null) {
                LockSupport.park(this);
            }
            int received = 0;
            for (int left = count; left != 0; left--) {
                message = MESSAGE;
                LockSupport.unpark(second);
                while (message != null) {
                    LockSupport.park(this);
                }
                received++;
            }
            return received;
        }

        int second(int count) {
            second = Thread.currentThread();
            LockSupport.unpark(first); // which may be null yet, and will then look
            for (int left = count; left != 0; left--) {
                while (message == null) {
                    LockSupport.park(this);
                }
                message = null;
                LockSupport.unpark(first);
            }
            return 0;
        }
    }

    /** One thread sends to the other; how many messages came. */
    int channel(int capacity, int count) {
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(capacity);
        return run(
                () -> {
                    for (int left = count; left != 0; left--) {
                        queue.put(MESSAGE);
                    }
                    return 0;
                },
                () -> {
                    int received = 0;
                    for (int left = count; left != 0; left--) {
                        if (queue.take() == MESSAGE) {
                            received++;
                        }
                    }
                    return received;
                });
    }

    /** Ten calls, the innermost of which yields; the sum of the results. */
    int nested(int count) {
        return run(() -> {
            int sum = 0;
            for (int left = count - 1; left >= 0; left--) {
                sum += level(1, left);
            }
            return sum;
        });
    }

    private static int level(int level, int x) {
        if (level == 10) {
            Thread.yield();
            return x + 1;
        }
        return level(level + 1, x + 1) + 1;
    }

    /** A thread that starts another and waits for its result, again and again; the sum of the results. */
    int spawned(int count) {
        return run(() -> {
            int sum = 0;
            for (int left = count - 1; left >= 0; left--) {
                int x = left;
                FutureTask<Integer> child = new FutureTask<>(() -> x + 1);
                threads.newThread(child).start();
                sum += child.get();
            }
            return sum;
        });
    }

    /** The same with children that run on an executor's thread. */
    int submitted(ExecutorService executor, int count) {
        return run(() -> {
            int sum = 0;
            for (int left = count - 1; left >= 0; left--) {
                int x = left;
                sum += executor.submit(() -> x + 1).get();
            }
            return sum;
        });
    }
}
