// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Future;
import org.jspecify.annotations.Nullable;

/** Polls tasks on one thread. */
public class Executor implements AutoCloseable {
    public Executor() {}

    /**
     * The executor that runs on the calling thread.
     *
     * @return the executor whose {@code run}, {@code poll} or the like is on this thread's stack; null on other threads
     */
    public static @Nullable Executor current() {
        return null;
    }

    /**
     * Takes one from the budget of the current poll, see {@link dev.pollen.Context#spend}.
     *
     * @return whether there was one left
     */
    public boolean spend() {
        return true;
    }

    /**
     * Tells the current executor's handler of uncaught exceptions; where there is no executor, prints to stderr.
     *
     * @param thrown what nobody caught
     */
    public static void reportUncaught(Throwable thrown) {}

    public <T extends @Nullable Object> T blockOn(Future<T> f) {
        return f.get();
    }

    @Override
    public void close() {}
}
