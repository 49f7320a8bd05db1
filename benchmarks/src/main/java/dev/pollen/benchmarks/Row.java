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
 * @param toFloor the ratio to the same operation written by hand under the contract, in the same run; 0 where there is none
 * @param bytesPerOp bytes that an operation allocates; that an object has where bytes are what is measured
 */
record Row(
        String workload,
        String variant,
        double nsPerOp,
        double limitNsPerOp,
        double ratio,
        double toFloor,
        double bytesPerOp) {
    static Row ofTimes(String workload, String variant, double nanos, double limit, double bytes) {
        return new Row(workload, variant, nanos, limit, nanos / limit, 0, bytes);
    }

    /** The same with a ratio to the floor. */
    Row overFloor(double floor) {
        return new Row(workload, variant, nsPerOp, limitNsPerOp, ratio, nsPerOp / floor, bytesPerOp);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"workload\": \"%s\", \"variant\": \"%s\", \"nsPerOp\": %.3f, \"limitNsPerOp\": %.3f, \"ratio\": %.3f,"
                        + " \"toFloor\": %.3f, \"bytesPerOp\": %.3f}",
                workload,
                variant,
                nsPerOp,
                limitNsPerOp,
                ratio,
                toFloor,
                bytesPerOp);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-3s  %-34s %10.1f %10.1f %7.2f %8s %9.2f",
                workload,
                variant,
                nsPerOp,
                limitNsPerOp,
                ratio,
                toFloor == 0 ? "" : String.format(Locale.ROOT, "%.2f", toFloor),
                bytesPerOp);
    }
}
