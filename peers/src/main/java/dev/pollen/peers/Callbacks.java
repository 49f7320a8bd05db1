// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The workloads as callbacks: what the JDK has for tasks that share a thread. There is no channel, and nothing to select from. */
final class Callbacks {
    private final ExecutorService executor;

    Callbacks(ExecutorService executor) {
        this.executor = executor;
    }

    /** Runs tasks that post themselves again; how often they ran after that. */
    int yields(int tasks, int count) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(tasks);
        Reposted[] all = new Reposted[tasks];
        for (int i = 0; i < tasks; i++) {
            all[i] = new Reposted(count, ended);
            executor.execute(all[i]);
        }
        ended.await();
        int sum = 0;
        for (Reposted task : all) {
            sum += task.done;
        }
        return sum;
    }

    private final class Reposted implements Runnable {
        private final int count;
        private final CountDownLatch ended;
        private int done = -1;

        Reposted(int count, CountDownLatch ended) {
            this.count = count;
            this.ended = ended;
        }

        @Override
        public void run() {
            if (++done == count) {
                ended.countDown();
            } else {
                executor.execute(this);
            }
        }
    }

    /** Ten stages, the first of which is posted; one chain after the other. The sum of what they give. */
    int nested(int count) {
        return new Nested(count).run();
    }

    /** Children that are posted, and awaited by a stage; one after the other. The sum of what they give. */
    int spawned(int count) {
        return new Spawned(count).run();
    }

    private abstract class Repeated {
        private final CompletableFuture<Integer> end = new CompletableFuture<>();
        private int left;
        private int sum;

        Repeated(int count) {
            left = count;
        }

        final int run() {
            executor.execute(this::next);
            return end.join();
        }

        private void next() {
            if (left == 0) {
                end.complete(sum);
            } else {
                left--;
                call(left).thenAccept(this::add);
            }
        }

        private void add(int result) {
            sum += result;
            next();
        }

        /** One operation; its end is posted, so that this does not call itself. */
        abstract CompletableFuture<Integer> call(int x);
    }

    private final class Nested extends Repeated {
        Nested(int count) {
            super(count);
        }

        @Override
        CompletableFuture<Integer> call(int x) {
            return level(1, x);
        }

        private CompletableFuture<Integer> level(int level, int x) {
            return level == 10
                    ? CompletableFuture.supplyAsync(() -> x + 1, executor)
                    : level(level + 1, x + 1).thenApply(result -> result + 1);
        }
    }

    private final class Spawned extends Repeated {
        Spawned(int count) {
            super(count);
        }

        @Override
        CompletableFuture<Integer> call(int x) {
            return CompletableFuture.supplyAsync(() -> x + 1, executor);
        }
    }

    /** Timers in the JDK's queue of delays, on virtual time; how many have ended. */
    static int sleeps(long[] nanos) {
        Delays delays = new Delays();
        for (long sleep : nanos) {
            delays.start(sleep);
        }
        return delays.run();
    }

    private static final class Delays {
        private final DelayQueue<Sleep> queue = new DelayQueue<>();
        private long now;
        private int ended;

        void start(long nanos) {
            queue.add(new Sleep(now + nanos));
        }

        int run() {
            for (Sleep first = queue.peek(); first != null; first = queue.peek()) {
                now = first.deadline;
                for (Sleep due = queue.poll(); due != null; due = queue.poll()) {
                    due.run();
                }
            }
            return ended;
        }

        private final class Sleep implements Delayed, Runnable {
            private final long deadline;

            Sleep(long deadline) {
                this.deadline = deadline;
            }

            @Override
            public void run() {
                ended++;
            }

            @Override
            public long getDelay(TimeUnit unit) {
                return unit.convert(deadline - now, TimeUnit.NANOSECONDS);
            }

            @Override
            public int compareTo(Delayed other) {
                return Long.compare(deadline, ((Sleep) other).deadline);
            }
        }
    }
}
