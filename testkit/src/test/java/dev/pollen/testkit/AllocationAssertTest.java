// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class AllocationAssertTest {
    private Object kept = "";
    private int runs;

    @Test
    void codeThatAllocatesNothingPasses() {
        AllocationAssert.noAllocation(() -> runs++);
        assertTrue(runs > AllocationAssert.WARM_UP);
    }

    @Test
    void itBites() {
        AssertionError failure =
                assertThrows(AssertionError.class, () -> AllocationAssert.noAllocation(() -> kept = new long[4]));
        assertTrue(failure.getMessage().startsWith("the code allocates 48 bytes in each run"), failure::getMessage);
    }

    @Test
    void itBitesWhereOneRunInAWindowAllocates() {
        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> AllocationAssert.noAllocation(() -> {
                    if (++runs % AllocationAssert.RUNS == 0) {
                        kept = new long[4];
                    }
                }));
        assertTrue(failure.getMessage().contains("(48 in each of 10 windows of 1000 runs)"), failure::getMessage);
    }

    @Test
    void whatIsMadeOnceIsNotCounted() {
        kept = null;
        assertEquals(0, AllocationAssert.bytes(() -> {
            if (kept == null) {
                kept = new byte[1_000_000];
            }
        }));
    }

    @Test
    void withoutACounterTheTestIsSkipped() {
        ThreadMXBean other = (ThreadMXBean) Proxy.newProxyInstance(
                ThreadMXBean.class.getClassLoader(), new Class<?>[] {ThreadMXBean.class}, (bean, method, args) -> null);
        String said = StandardError.of(() -> {
            TestAbortedException skipped =
                    assertThrows(TestAbortedException.class, () -> AllocationAssert.counter(other));
            assertTrue(skipped.getMessage().startsWith("SKIPPED: this JVM does not count"), skipped::getMessage);
        });
        assertTrue(said.startsWith("SKIPPED: this JVM does not count"), said);
    }
}
