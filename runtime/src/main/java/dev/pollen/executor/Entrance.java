// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.CriticalSection;
import dev.pollen.platform.CurrentExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time into an executor: whoever is inside polls, all others wake.
 *
 * <p>Executors nest on one thread: a task of one may drive another, which is then the current one until it is left.
 */
final class Entrance {
    private final CriticalSection section = new CriticalSection();
    private final Executor executor;
    private final RunQueue queue;

    /** The thread that is inside; guarded by {@code section}. */
    private @Nullable Thread inside;

    /** Whether it is there to cancel tasks, and not to run them. */
    private boolean visiting;

    Entrance(Executor executor, RunQueue queue) {
        this.executor = executor;
        this.queue = queue;
    }

    /** Takes the executor for this thread, to run tasks; null if it is free, else who runs them. */
    @Nullable
    Thread tryEnter() {
        return tryEnter(false);
    }

    /** Takes the executor for this thread, to cancel tasks; null if it is free, else who runs them. */
    @Nullable
    Thread tryVisit() {
        return tryEnter(true);
    }

    /**
     * A visitor is waited for, unless this thread is it: a {@code stop} that comes just before a {@code run} must not
     * have that refused as a second one.
     */
    private @Nullable Thread tryEnter(boolean visit) {
        Thread here = Thread.currentThread();
        for (; ; ) {
            section.enter();
            Thread found = inside;
            boolean wait = visiting && found != here;
            if (found == null) {
                inside = here;
                visiting = visit;
            }
            section.exit();
            if (!wait) {
                return found;
            }
            Thread.yield();
        }
    }

    /** Makes the executor the current one of this thread, which has entered; returns the one before. */
    @Nullable
    Executor begin() {
        Executor outer = CurrentExecutor.get();
        if (outer != null) {
            outer.cover(true);
        }
        CurrentExecutor.set(executor);
        queue.bind(Thread.currentThread());
        return outer;
    }

    /** Lets the next thread in without having begun. */
    void leave() {
        section.enter();
        inside = null;
        visiting = false;
        section.exit();
    }

    /** The opposite of {@link #begin}, and lets the next thread in. */
    void leave(@Nullable Executor outer) {
        queue.bind(null);
        if (outer != null) {
            outer.cover(false);
        }
        CurrentExecutor.set(outer);
        leave();
    }

    /** The exception of whoever finds another thread inside. */
    IllegalStateException isRunning(Thread running) {
        boolean same = running == Thread.currentThread();
        return new IllegalStateException("executor "
                .concat(executor.toString())
                .concat(" is running already, on ")
                .concat(same ? "this thread" : "thread ".concat(running.getName()))
                .concat(
                        same
                                ? ": a task cannot drive the executor that polls it"
                                : ": one thread drives an executor; call stop() or spawn a task from here"));
    }
}
