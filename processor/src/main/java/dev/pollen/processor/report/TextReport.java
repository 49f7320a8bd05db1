// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import java.util.Locale;

/** Writes a size report as a table for people. */
public final class TextReport {
    private static final String ROW = "%-28s %6s %6s %9s %7s %6s %6s %7s%n";

    private TextReport() {}

    /**
     * Writes a report.
     *
     * @param report the sizes
     * @return lines, each with its end
     */
    public static String of(SizeReport report) {
        StringBuilder text = new StringBuilder();
        row(text, "task", "awaits", "frame", "children", "record", "slots", "total", "code");
        for (SizeReport.Row row : report.tasks()) {
            row(
                    text,
                    row.task(),
                    row.states(),
                    row.frame(),
                    row.children() + (row.open() ? "+" : ""),
                    row.record(),
                    row.slots(),
                    row.total(),
                    row.body());
        }
        row(text, "all tasks", "", "", "", "", "", report.total(), "");
        text.append(
                String.format(
                        Locale.ROOT,
                        "bytes, on a 64-bit HotSpot with compressed references; total = slots x (frame + children + record)%n"));
        if (report.tasks().stream().anyMatch(SizeReport.Row::open)) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "+ open: a call whose receivers' classes are not known makes a frame for each when it is first seen%n"));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Object... cells) {
        text.append(String.format(Locale.ROOT, ROW, cells).replaceAll(" +(?=\\R)", ""));
    }
}
