// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import java.util.Locale;

/**
 * What one of them takes for an operation of one workload.
 *
 * @param workload the number of the workload: {@code W1}
 * @param variant what is varied
 * @param column who
 * @param nanos nanoseconds of an operation; 0 where bytes are what is measured
 * @param bytes bytes that an operation allocates; that a task has where bytes are what is measured
 */
record Cell(String workload, String variant, Column column, double nanos, double bytes) {
    /** Title of the line that it stands in. */
    String line() {
        return workload + " " + variant;
    }

    /** What this takes by what the other takes: of time, or of bytes where there is none. */
    double by(Cell other) {
        return nanos == 0 ? bytes / other.bytes : nanos / other.nanos;
    }

    String text() {
        String size = String.format(Locale.ROOT, "%.0f B", bytes);
        return nanos == 0 ? size : String.format(Locale.ROOT, nanos < 99.95 ? "%.1f, %s" : "%.0f, %s", nanos, size);
    }

    /**
     * As an object; those of {@code benchmarks/run} look the same.
     *
     * @param pollen what Pollen takes for the same
     */
    String json(Cell pollen) {
        return String.format(
                Locale.ROOT,
                "{\"workload\": \"%s\", \"variant\": \"%s, %s\", \"nsPerOp\": %.3f, \"pollenNsPerOp\": %.3f, \"ratio\": %.3f,"
                        + " \"bytesPerOp\": %.3f}",
                workload,
                variant,
                column.title(),
                nanos,
                pollen.nanos,
                by(pollen),
                bytes);
    }
}
