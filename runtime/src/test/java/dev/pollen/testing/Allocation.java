// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a piece of code allocates on the calling thread. */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20_000;
    private static final int WINDOWS = 5;
    private static final int ROUNDS = 1_000;

    private Allocation() {}

    /**
     * The bytes of the best of five windows of a thousand rounds each, after warming up: what is allocated in each of
     * them is the code's own.
     */
    public static long bytes(Runnable round) {
        run(round, WARM_UP);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < WINDOWS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(round, ROUNDS);
            best = Math.min(best, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return best;
    }

    private static void run(Runnable round, int times) {
        for (int i = 0; i < times; i++) {
            round.run();
        }
    }
}
