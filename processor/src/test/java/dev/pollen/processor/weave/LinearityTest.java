// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long body costs in proportion to its length. What is measured is what the weaver allocates: time would depend on the
 * machine, and nothing in the passes computes for long without making objects.
 */
class LinearityTest {
    private static final int SHORT = 120;
    private static final int LONG = 480;

    @TempDir
    Path output;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long allocated(int awaits, String await) {
        WovenSource source = WovenSource.of(
                output,
                "@Async static Future.OfInt work(int a) {\n" + await.repeat(awaits) + "  return Future.ready(a);\n}");
        assertTrue(
                source.findings().stream().allMatch(finding -> finding.message() == Message.BODY_LARGE),
                source.findings()::toString);
        Library library = source.library();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        Weave weave = new Weaver(library, WeaveOptions.DEFAULT).weave(source.owner(), source.futures());
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertEquals(source.classes().keySet(), weave.classes().keySet());
        return after - before;
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
