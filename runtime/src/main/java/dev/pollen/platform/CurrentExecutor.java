// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.executor.Executor;
import org.jspecify.annotations.Nullable;

/** The executor that runs on the current thread. */
public final class CurrentExecutor {
    private static final ThreadLocal<@Nullable Executor> CURRENT = new ThreadLocal<>();

    private CurrentExecutor() {}

    /**
     * The executor of this thread.
     *
     * @return what {@link #set} was last given on this thread; null at first
     */
    public static @Nullable Executor get() {
        return CURRENT.get();
    }

    /**
     * Says which executor runs on this thread; called by executors alone.
     *
     * @param executor the executor; null when it leaves the thread
     */
    public static void set(@Nullable Executor executor) {
        // Null is set, not removed: the next executor on this thread then allocates nothing.
        CURRENT.set(executor);
    }
}
