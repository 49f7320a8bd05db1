// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import com.sun.management.ThreadMXBean;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskAbortedException;
import dev.pollen.executor.TaskJoin;
import dev.pollen.executor.TaskPool;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Plays games on one executor or on two, each on a thread of its own, and aborts players now and then, who begin again. What
 * is random in it comes from a seed; how the threads meet does not.
 */
final class Soak {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PLAYERS = 16;
    private static final int PACE_NANOS = 100_000;

    private final TaskPool<Player> pool = Player.pool(PLAYERS);
    private final long quietNanos;
    private final Executor[] executors;
    private final Thread[] threads;
    private final Parked parked = new Parked();
    private final Context cx = Context.of(parked);
    private long aborts;

    /**
     * Starts the executors.
     *
     * @param quietNanos when nobody was polled for so long, nobody will be
     */
    Soak(int executorThreads, long quietNanos) {
        this.quietNanos = quietNanos;
        executors = new Executor[executorThreads];
        threads = new Thread[executorThreads];
        for (int i = 0; i < executorThreads; i++) {
            Executor executor = Executor.builder()
                    // The round fails by the player's handle.
                    .uncaught((task, thrown) -> {})
                    .build();
            executors[i] = executor;
            threads[i] = new Thread(executor::serve, "soak " + i);
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /** How many players were aborted. */
    long aborts() {
        return aborts;
    }

    private long allocated() {
        long bytes = 0;
        for (Thread thread : threads) {
            bytes += THREADS.getThreadAllocatedBytes(thread.getId());
        }
        return bytes;
    }

    /**
     * Plays a game to its end.
     *
     * @return how many bytes the executors' threads have allocated meanwhile
     * @throws AssertionError if a check fails, or if somebody waits although nothing happens any more
     */
    long play(Game game, Dice dice) throws InterruptedException {
        long before = allocated();
        Actor[] actors = game.begin(dice, executors.length == 1);
        TaskJoin<?>[] joins = new TaskJoin<?>[actors.length];
        int mayAbort = game.aborts(dice);
        int running = actors.length;
        for (int i = 0; i < actors.length; i++) {
            joins[i] = begin(actors[i], i);
        }
        long polls = 0;
        long quietSince = System.nanoTime();
        while (running != 0) {
            if (polls != polls()) {
                polls = polls();
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > quietNanos) {
                throw new AssertionError("somebody waits for ever:\n" + dump());
            }
            for (int i = 0; i < joins.length; i++) {
                if (joins[i] != null && hasEnded(joins[i])) {
                    joins[i] = actors[i].isDone() ? null : begin(actors[i], i);
                    running -= joins[i] == null ? 1 : 0;
                }
            }
            if (!parked.park(PACE_NANOS) || dice.once(4)) {
                TaskJoin<?> victim = joins[dice.below(joins.length)];
                if (mayAbort != 0 && victim != null && !victim.isFinished()) {
                    victim.abort();
                    mayAbort--;
                    aborts++;
                }
            }
        }
        long allocated = allocated() - before;
        // What is local belongs to its executor.
        TaskJoin<?> end = begin(new Referee(game, dice), 0);
        while (!hasEnded(end)) {
            parked.park(PACE_NANOS);
        }
        return allocated;
    }

    private static final class Referee extends Actor {
        private final Game game;
        private boolean done;

        Referee(Game game, Dice dice) {
            super(dice);
            this.game = game;
        }

        @Override
        boolean isDone() {
            return done;
        }

        @Override
        @Nullable
        Future<?> next() {
            game.end();
            done = true;
            return null;
        }

        @Override
        void took() {}
    }

    private TaskJoin<?> begin(Actor actor, int i) {
        TaskJoin<Void> join = new TaskJoin<>();
        executors[i % executors.length].spawner().submit$in(Player.claim(pool, actor), join);
        parked.wake();
        return join;
    }

    private boolean hasEnded(TaskJoin<?> join) {
        try {
            return join.poll(cx) == Poll.READY;
        } catch (TaskAbortedException e) {
            return true;
        }
    }

    private long polls() {
        long polls = 0;
        for (Executor executor : executors) {
            polls += executor.polls();
        }
        return polls;
    }

    private String dump() {
        StringBuilder dump = new StringBuilder();
        for (Executor executor : executors) {
            dump.append(executor.dump());
        }
        return dump.toString();
    }

    /** Stops the executors. */
    void close() throws InterruptedException {
        for (Executor executor : executors) {
            executor.stop();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static final class Parked implements Waker {
        private final Thread thread = Thread.currentThread();
        private volatile boolean woken;

        @Override
        public void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }

        /** Whether it was woken, before some time was over. */
        boolean park(long nanos) throws InterruptedException {
            if (!woken) {
                LockSupport.parkNanos(this, nanos);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            boolean was = woken;
            woken = false;
            return was;
        }
    }
}
