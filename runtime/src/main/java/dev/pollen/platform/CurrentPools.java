// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.executor.TaskPools;
import org.jspecify.annotations.Nullable;

/**
 * The task pools of the current thread, and of the threads that it starts. On a target without threads of tests this
 * class is one that says null.
 */
public final class CurrentPools {
    private static final InheritableThreadLocal<@Nullable TaskPools> CURRENT = new InheritableThreadLocal<>();

    /** Whether any thread ever had pools of its own; what a program that is no test pays for a claim. */
    private static volatile boolean used;

    private CurrentPools() {}

    /**
     * Whether {@link #get} can say anything but null.
     *
     * @return false until the first {@link #set}
     */
    public static boolean isUsed() {
        return used;
    }

    /**
     * The pools of this thread.
     *
     * @return what {@link #set} was last given on this thread, else what the thread that started this one had then; null
     *     at first
     */
    public static @Nullable TaskPools get() {
        return CURRENT.get();
    }

    /**
     * Says which pools this thread claims from.
     *
     * @param pools the pools; null for those of the program
     */
    public static void set(@Nullable TaskPools pools) {
        used = true;
        CURRENT.set(pools);
    }
}
