// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import java.util.List;
import org.openjdk.jol.info.ClassLayout;

/** W8: bytes of a suspended task and of a nested frame, each with four longs that are needed later. */
final class FrameSizes {
    private static final int TASK = 32;
    private static final int FRAME = 16;
    private static final int REFERENCE = 4;
    private static final int LOCALS = 4 * Long.BYTES + REFERENCE;

    private FrameSizes() {}

    static List<Row> measure() {
        return List.of(
                row("task, four longs", FourLongs_task.class, TASK + LOCALS),
                row("nested frame, four longs", FourLongs_function.class, FRAME + LOCALS));
    }

    /** What is awaited is an argument, so the reference to it is a local, too. Objects are aligned to eight bytes. */
    private static Row row(String variant, Class<?> frame, int limit) {
        long bytes = ClassLayout.parseClass(frame).instanceSize();
        int aligned = (limit + 7) & -8;
        return new Row("W8", variant, 0, 0, (double) bytes / aligned, 0, bytes);
    }
}
