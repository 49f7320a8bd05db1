// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.pollen.executor.Executor;
import dev.pollen.time.VirtualClock;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The samples allocate nothing once each part has run, hardware, log and typist included; only the console is left out, which
 * makes text of the log. Each object of each sample, of the two that are left out here, too, is looked at in the integration
 * tests' {@code CourseProofTest}.
 */
class CourseAllocationTest {
    private static final int POLLS_PER_WINDOW = 20_000;
    private static final int WINDOWS = 10;
    private static final int LINES = 200_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "STARVATION", // does not come back
                "DIAGNOSIS" // its dump and its watchdog make text
            })
    @SuppressWarnings("try")
    void allocatesNothing(Course sample) {
        String input = "hello\nbutton\n".repeat(LINES / 2);
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (StandardStreams streams = new StandardStreams(input, nowhere, nowhere)) {
            VirtualClock clock = new VirtualClock();
            try (Executor executor = sample.executor(clock)) {
                executor.spawner()
                        .spawn(sample.root(executor.spawner(), "--virtual", "--quiet", "--seconds", "1000000"));
                run(executor, clock, 2 * POLLS_PER_WINDOW);
                assertEquals(
                        0,
                        leastAllocated(() -> run(executor, clock, POLLS_PER_WINDOW)),
                        "bytes allocated by the executor's thread in the best of " + WINDOWS + " windows");
            }
        }
    }

    private static void run(Executor executor, VirtualClock clock, long polls) {
        long end = executor.polls() + polls;
        while (executor.polls() < end) {
            if (!executor.poll()) {
                clock.advanceToNextDeadline();
            }
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
