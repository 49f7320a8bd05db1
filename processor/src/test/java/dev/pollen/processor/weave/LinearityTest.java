// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long body costs in proportion to its length: in what the weaver allocates, which is the same in each run, and in the
 * time of its thread, of which each await of a body of 1,000 may take twice what it takes in a short one.
 */
class LinearityTest {
    private static final int SHORT = 120;
    private static final int LONG = 480;
    private static final int ATTEMPTS = 4;

    @TempDir
    Path output;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private WovenSource source(int awaits, String declarations, String await, String end) {
        WovenSource source = WovenSource.of(
                output,
                "@Async static Future.OfInt work(int a) {\n" + declarations + await.repeat(awaits) + end
                        + "  return Future.ready(a);\n}");
        assertTrue(
                source.findings().stream().allMatch(finding -> finding.message() == Message.BODY_LARGE),
                source.findings()::toString);
        return source;
    }

    private long allocated(int awaits, String await) {
        WovenSource source = source(awaits, "", await, "");
        Library library = source.library();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        Weave weave = new Weaver(library, WeaveOptions.DEFAULT).weave(source.owner(), source.futures());
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertEquals(source.classes().keySet(), weave.classes().keySet());
        return after - before;
    }

    private double nanosPerAwait(int awaits, String declarations, String await, String end) {
        WovenSource source = source(awaits, declarations, await, end);
        Library library = source.library();
        return (double) CpuTime.best(
                        () -> new Weaver(library, WeaveOptions.DEFAULT).weave(source.owner(), source.futures()))
                / awaits;
    }

    /** Passes if one attempt does: a neighbour on the machine may disturb some of them, a quadratic pass fails all. */
    private void checkTime(String declarations, String await, String end) {
        StringBuilder times = new StringBuilder();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double few = nanosPerAwait(10, declarations, await, end);
            double some = nanosPerAwait(100, declarations, await, end);
            double many = nanosPerAwait(1000, declarations, await, end);
            if (many < 2 * few && many < 2 * some) {
                return;
            }
            times.append("\n" + few + ", " + some + " and " + many + " ns for each of 10, 100 and 1,000 awaits");
        }
        fail(times.toString());
    }

    @Test
    void timePerAwaitDoesNotGrow() {
        checkTime("", "  await(nothing());\n", "");
    }

    @Test
    void timePerAwaitDoesNotGrowInLoops() {
        checkTime("  for (int i = 0; i < 3; i++) { for (;;) {\n", "  await(nothing());\n", "  if (a > 1) break; } }\n");
    }

    @Test
    void timePerAwaitDoesNotGrowWithTwoHundredVariables() {
        StringBuilder declarations = new StringBuilder();
        StringBuilder uses = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            declarations
                    .append("  long v")
                    .append(i)
                    .append(" = a + ")
                    .append(i)
                    .append(";\n");
            uses.append("  a += (int) v").append(i).append(";\n");
        }
        checkTime(declarations.toString(), "  await(nothing());\n", uses.toString());
    }

    @Test
    void timePerAwaitDoesNotGrowInDeepTries() {
        checkTime(
                "  try {\n".repeat(20),
                "  await(nothing());\n",
                "  } catch (IllegalStateException e) { a++; }\n".repeat(20));
    }

    private void check(String await) {
        allocated(SHORT, await);
        double ratio = (double) allocated(LONG, await) / allocated(SHORT, await);
        assertTrue(ratio < 1.5 * LONG / SHORT, "four times the awaits cost " + ratio + " times as much");
    }

    @Test
    void awaitsWithNothingAlive() {
        check("  await(nothing());\n");
    }

    @Test
    void awaitsWithOneVariableAlive() {
        check("  a += await(one(a));\n");
    }

    @Test
    void awaitsInBranchesThatMeet() {
        check("  if (a > 1) { a += await(one(a)); }\n");
    }
}
