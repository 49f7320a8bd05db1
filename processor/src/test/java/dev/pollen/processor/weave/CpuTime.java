// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a piece of work costs the thread that does it; what other threads do does not count. */
final class CpuTime {
    private static final int RUNS = 4;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    /** The least of several runs, in nanoseconds: what the compiler and the collector add is in the others. */
    static long best(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - before);
        }
        return best;
    }
}
