// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import dev.pollen.Future;

/**
 * A small program of a few threads, which {@link Interleavings} executes again and again, each time with other switches
 * between them.
 *
 * <p>It must be deterministic but for the order of its threads, and end: a thread that waits for ever is a failure. Its
 * objects are known to be shared by what their constructors store after {@code super()}; an inner class, an anonymous one
 * and a lambda keep what is around them before, and would hide it from the checker: all classes here are static.
 */
public abstract class Scenario implements Runnable {
    private Object cancelled;

    /** For subclasses, which need a constructor without parameters that is not private. */
    protected Scenario() {}

    /** Another object of this very class: each execution has one of its own. */
    protected abstract Scenario fresh();

    /** The program: its main thread. What it throws is the failure that the checker looks for. */
    protected abstract void execute() throws Exception;

    /** What another thread does, see {@link #start}. */
    protected abstract void execute(int thread);

    /** One execution. */
    @Override
    public final void run() {
        try {
            Environment.reset();
            fresh().execute();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Executes it once as it stands, unchecked. */
    public final Scenario once() throws Exception {
        Scenario scenario = fresh();
        scenario.execute();
        return scenario;
    }

    /** What {@link #cancel} has cancelled; null if nothing. */
    public final Object cancelled() {
        return cancelled;
    }

    /** Cancels a future while another thread does something else; where this is done is known afterwards. */
    protected final void cancel(Future<?> future) {
        cancelled = future;
        future.cancel();
    }

    /**
     * Starts another thread.
     *
     * @param thread what it is told, for programs with several of them
     */
    protected final Thread start(int thread) {
        Thread started = new Thread(new Body(this, thread));
        started.start();
        return started;
    }

    private static final class Body implements Runnable {
        private final Scenario scenario;
        private final int thread;

        Body(Scenario scenario, int thread) {
            this.scenario = scenario;
            this.thread = thread;
        }

        @Override
        public void run() {
            scenario.execute(thread);
        }
    }

    /** Ends the execution as a failure unless something holds. */
    protected static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
