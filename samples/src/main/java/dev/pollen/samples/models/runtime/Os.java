// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.runtime;

import dev.pollen.samples.models.hardware.Processor;
import dev.pollen.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * A small operating system: platform threads that block in simulated time.
 *
 * <p>Exactly one thread runs at any moment, the simulation's or one of these. Who runs is said by a baton, which is handed
 * over where a thread blocks and nowhere else; so a run is the same each time, although the threads and their stacks are
 * real, and no lock is needed between them.
 *
 * <pre>
 *   simulation --runReady()--> ready thread --blocks or ends--> simulation --> next ready thread .. --> no thread is ready
 * </pre>
 *
 * <p>Threads become ready, in this order, by what they wait for, by an interrupt of another thread, and by their deadline.
 */
public final class Os implements Processor, AutoCloseable {
    private final Clock clock;
    private final List<OsThread> threads = new ArrayList<>();
    private final Queue<OsThread> ready = new ArrayDeque<>();
    private volatile OsThread holder;
    private Thread simulation;
    private long handOvers;

    /**
     * An operating system without threads.
     *
     * @param clock what its threads sleep by
     */
    public Os(Clock clock) {
        this.clock = clock;
    }

    /** What a thread does. */
    @FunctionalInterface
    public interface Body {
        /**
         * Runs to its end.
         *
         * @throws InterruptedException if the thread was interrupted; it ends then
         */
        void run() throws InterruptedException;
    }

    /**
     * Starts a thread; it runs when the thread that calls this blocks.
     *
     * @param name its name
     * @param body what it does
     * @return the thread
     */
    public OsThread start(String name, Body body) {
        OsThread thread = new OsThread(this, name, body);
        threads.add(thread);
        ready.add(thread);
        thread.start();
        return thread;
    }

    /**
     * The time.
     *
     * @return nanoseconds of the clock
     */
    public long now() {
        return clock.now();
    }

    /**
     * Blocks the calling thread until a time.
     *
     * @param at the time in nanoseconds
     * @throws InterruptedException if it is interrupted before
     */
    public void sleepUntil(long at) throws InterruptedException {
        current().block(at);
    }

    /**
     * How often a thread was given the baton.
     *
     * @return the number of hand-overs so far
     */
    public long handOvers() {
        return handOvers;
    }

    /**
     * The threads that were started.
     *
     * @return the ids by which the JVM counts what each allocates
     */
    public long[] threadIds() {
        return threads.stream().mapToLong(OsThread::id).toArray();
    }

    @Override
    public void runReady() {
        simulation = Thread.currentThread();
        do {
            for (OsThread thread = ready.poll(); thread != null; thread = ready.poll()) {
                handTo(thread);
            }
            for (int i = 0; i < threads.size(); i++) {
                threads.get(i).ringIfDue(clock.now());
            }
        } while (!ready.isEmpty());
    }

    @Override
    public long nextDeadline() {
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < threads.size(); i++) {
            earliest = Math.min(earliest, threads.get(i).deadline());
        }
        return earliest;
    }

    /** Interrupts all threads until each has ended. */
    @Override
    public void close() {
        while (threads.stream().anyMatch(OsThread::isAlive)) {
            threads.forEach(OsThread::interrupt);
            runReady();
        }
    }

    /** The thread that has the baton. */
    OsThread current() {
        return holder;
    }

    /** A thread that was blocked may go on, when it is its turn. */
    void makeReady(OsThread thread) {
        ready.add(thread);
    }

    /** Called by a thread of this system: gives the baton back. */
    void giveBack() {
        holder = null;
        LockSupport.unpark(simulation);
    }

    /** Called by a thread of this system: waits for the baton. */
    void awaitTurn(OsThread self) {
        while (holder != self) {
            LockSupport.park(this);
        }
    }

    private void handTo(OsThread thread) {
        handOvers++;
        holder = thread;
        LockSupport.unpark(thread.platformThread());
        while (holder != null) {
            LockSupport.park(this);
        }
        thread.throwFailure();
    }
}
