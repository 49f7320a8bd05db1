// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param workload its number: {@code W1}
 * @param variant what is varied; empty for none
 * @param nsPerOp nanoseconds of an operation
 * @param limitNsPerOp nanoseconds of the same operation written by hand, in the same run
 * @param ratio the one by the other; of bytes where bytes are what is measured
 * @param bytesPerOp bytes that an operation allocates; that an object has where bytes are what is measured
 */
record Row(String workload, String variant, double nsPerOp, double limitNsPerOp, double ratio, double bytesPerOp) {
    static Row ofTimes(String workload, String variant, double nanos, double limit, double bytes) {
        return new Row(workload, variant, nanos, limit, nanos / limit, bytes);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"workload\": \"%s\", \"variant\": \"%s\", \"nsPerOp\": %.3f, \"limitNsPerOp\": %.3f, \"ratio\": %.3f,"
                        + " \"bytesPerOp\": %.3f}",
                workload,
                variant,
                nsPerOp,
                limitNsPerOp,
                ratio,
                bytesPerOp);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-3s  %-34s %10.1f %10.1f %7.2f %9.2f",
                workload,
                variant,
                nsPerOp,
                limitNsPerOp,
                ratio,
                bytesPerOp);
    }
}
