// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import dev.pollen.executor.TaskPool;
import dev.pollen.platform.CurrentExecutor;
import dev.pollen.platform.ParkingSleeper;
import java.util.List;

/**
 * What of the JVM stands between our code and the checker, and is replaced in all executions: it would find the same
 * program behave differently the second time, or could not see what a thread waits for.
 */
public final class Environment {
    /** The size of a pool is looked up in files, and pools are known by weak references; threads park. */
    static final List<Mutation> REPLACED = List.of(
            Mutation.in(TaskPool.class, "<init>").replace("sizeOf", Environment.class, "declaredSize"),
            Mutation.in(TaskPool.class, "<init>").leaveOut("add"),
            Mutation.in(ParkingSleeper.class, "park").replace("park", Environment.class, "park"),
            Mutation.in(ParkingSleeper.class, "wake").replace("unpark", Environment.class, "unpark"));

    private static final Permit PERMIT = new Permit();

    private Environment() {}

    /** The size of a pool that nothing configures. */
    public static int declaredSize(Class<?> task, String key, int declared) {
        return declared;
    }

    /** Parks; one thread of a scenario does, and for no reason it never comes back. */
    public static void park(Object blocker) {
        synchronized (PERMIT) {
            try {
                while (!PERMIT.given) {
                    PERMIT.wait();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            PERMIT.given = false;
        }
    }

    /** Gives the permit. */
    public static void unpark(Thread thread) {
        synchronized (PERMIT) {
            PERMIT.given = true;
            PERMIT.notifyAll();
        }
    }

    /** Forgets what was before the execution, which may have ended in the middle of something. */
    public static void reset() {
        CurrentExecutor.set(null);
        PERMIT.given = false;
    }

    private static final class Permit {
        private boolean given;
    }
}
