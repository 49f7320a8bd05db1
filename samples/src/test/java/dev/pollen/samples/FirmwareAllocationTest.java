// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.pollen.executor.Executor;
import dev.pollen.time.VirtualClock;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The demo's tasks allocate nothing, once each has run. */
class FirmwareAllocationTest {
    private static final int POLLS_PER_WINDOW = 100_000;
    private static final int WINDOWS = 15;
    private static final int LINES = 60_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    @SuppressWarnings("try")
    void tasksOfTheDemoAllocateNothing() {
        String input = "hello\nbutton\n".repeat(LINES / 2);
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (StandardStreams streams = new StandardStreams(input, nowhere, nowhere)) {
            VirtualClock clock = new VirtualClock();
            try (Executor executor = Executor.on(clock)) {
                executor.spawner()
                        .spawn(Course.FIRMWARE.root(executor.spawner(), "--virtual", "--quiet", "--seconds", "100000"));
                run(executor, clock, POLLS_PER_WINDOW);
                long least = leastAllocated(() -> run(executor, clock, POLLS_PER_WINDOW));
                assertEquals(
                        0, least, "bytes allocated by the executor's thread in the best of " + WINDOWS + " windows");
                assertTrue(clock.now() < LINES * 700_000_000L, "there was input to the end");
            }
        }
    }

    @Test
    void theMeasurementSeesOneAllocation() {
        Object[] kept = new Object[1];
        assertTrue(leastAllocated(() -> kept[0] = new byte[16]) >= 16);
    }

    private static void run(Executor executor, VirtualClock clock, long polls) {
        long end = executor.polls() + polls;
        while (executor.polls() < end) {
            executor.runUntilStalled();
            clock.advanceToNextDeadline();
        }
    }

    private static long leastAllocated(Runnable window) {
        long self = Thread.currentThread().getId();
        THREADS.getThreadAllocatedBytes(self);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < WINDOWS && least > 0; i++) {
            long before = THREADS.getThreadAllocatedBytes(self);
            window.run();
            least = Math.min(least, THREADS.getThreadAllocatedBytes(self) - before);
        }
        return least;
    }
}
