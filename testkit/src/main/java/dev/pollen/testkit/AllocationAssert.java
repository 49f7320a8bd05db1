// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.opentest4j.TestAbortedException;

/**
 * Asserts that code allocates nothing on the calling thread, by the counter that the JVM keeps for each thread.
 *
 * <p>The code runs {@value #WARM_UP} times first, so that it is compiled and what it makes once is made. Then it runs in
 * windows of {@value #RUNS}; what is allocated in each of {@value #WINDOWS} windows is the code's own, what is not is the
 * JVM's. So code that allocates less often than once in a window passes, and so does what the compiler has found never to
 * leave its method.
 *
 * <pre>{@code
 * AllocationAssert.noAllocation(() -> executor.advanceMillis(500));
 * }</pre>
 *
 * <p>On a JVM without such a counter the assertion skips the test: {@link TestAbortedException} where that class is there,
 * which is an aborted test in JUnit, else {@link UnsupportedOperationException}. The reason is also printed to stderr.
 */
public final class AllocationAssert {
    /** How often the code runs before it is measured. */
    public static final int WARM_UP = 20_000;

    /** How often it runs in one window. */
    public static final int RUNS = 1_000;

    /** How many windows are looked at before the code is said to allocate. */
    public static final int WINDOWS = 10;

    private AllocationAssert() {}

    /**
     * Asserts that code allocates nothing.
     *
     * @param code runs {@value #WARM_UP} times and more, on this thread
     * @throws AssertionError if it allocated in each window; the message says how many bytes a run takes
     */
    public static void noAllocation(Runnable code) {
        long bytes = bytes(code);
        if (bytes > 0) {
            throw new AssertionError("the code allocates " + perRun(bytes) + " bytes in each run (" + bytes
                    + " in each of " + WINDOWS + " windows of " + RUNS
                    + " runs). A flight recording names the place: event jdk.ObjectAllocationSample.");
        }
    }

    /**
     * What code allocates.
     *
     * @param code runs {@value #WARM_UP} times and more, on this thread
     * @return the bytes of the best window of {@value #RUNS} runs; 0 as soon as there is a window without any
     */
    public static long bytes(Runnable code) {
        ThreadMXBean counter = counter(ManagementFactory.getThreadMXBean());
        run(code, WARM_UP);
        long best = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS && best > 0; window++) {
            long before = counter.getCurrentThreadAllocatedBytes();
            run(code, RUNS);
            best = Math.min(best, counter.getCurrentThreadAllocatedBytes() - before);
        }
        return best;
    }

    /** The counter of this JVM, switched on; skips the test where there is none. */
    static ThreadMXBean counter(java.lang.management.ThreadMXBean bean) {
        if (!(bean instanceof ThreadMXBean counter) || !counter.isThreadAllocatedMemorySupported()) {
            throw skipped();
        }
        if (!counter.isThreadAllocatedMemoryEnabled()) {
            counter.setThreadAllocatedMemoryEnabled(true);
        }
        return counter;
    }

    private static RuntimeException skipped() {
        String reason =
                "SKIPPED: this JVM does not count the bytes that a thread allocates (com.sun.management.ThreadMXBean),"
                        + " so it cannot be asserted that there are none";
        System.err.println(reason);
        try {
            return Skip.of(reason);
        } catch (NoClassDefFoundError withoutOpenTest4j) {
            return new UnsupportedOperationException(reason);
        }
    }

    private static String perRun(long bytes) {
        return bytes % RUNS == 0 ? Long.toString(bytes / RUNS) : "about " + Math.round((double) bytes / RUNS);
    }

    private static void run(Runnable code, int times) {
        for (int i = 0; i < times; i++) {
            code.run();
        }
    }

    /** Apart, so that the rest works where there is no such class. */
    private static final class Skip {
        static RuntimeException of(String reason) {
            return new TestAbortedException(reason);
        }
    }
}
