// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.compiled;

import com.sun.management.ThreadMXBean;
import dev.pollen.executor.TaskRecord;
import java.lang.management.ManagementFactory;
import org.openjdk.jol.info.ClassLayout;

/** What a slot of the compiled task takes, which its pool makes once. */
public final class SlotSize {
    private SlotSize() {}

    /** The frame with all futures that it can ever await, and the executor's record of it. */
    public static long bytes() {
        return frameBytes() + ClassLayout.parseClass(TaskRecord.class).instanceSize();
    }

    private static long frameBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        AsyncSampler_run[] kept = {new AsyncSampler_run()};
        long before = threads.getThreadAllocatedBytes(self);
        kept[0] = new AsyncSampler_run();
        return threads.getThreadAllocatedBytes(self) - before;
    }
}
