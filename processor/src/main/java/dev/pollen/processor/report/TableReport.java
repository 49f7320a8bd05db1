// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import java.util.Locale;

/** Writes the sizes of the tasks as a table. */
final class TableReport {
    private static final String ROW = "%-28s %6s %6s %9s %7s %6s %6s %7s";

    private TableReport() {}

    static String of(Report report) {
        Lines text = new Lines();
        row(text, "task", "awaits", "frame", "children", "record", "slots", "total", "code");
        for (FrameReport task : report.tasks()) {
            row(
                    text,
                    task.name(),
                    task.facts().lines().size(),
                    task.facts().bytes(),
                    task.childrenBytes() + (task.isOpen() ? "+" : ""),
                    task.record(),
                    task.facts().poolSize(),
                    task.total(),
                    task.facts().bodyBytes());
        }
        row(text, "all tasks", "", "", "", "", "", report.total(), "");
        text.add("bytes, on a 64-bit HotSpot with compressed references; total = slots x (frame + children + record)");
        if (report.tasks().stream().anyMatch(FrameReport::isOpen)) {
            text.add(
                    "+ open: a call whose receivers' classes are not known makes a frame for each when it is first seen");
        }
        return text.toString();
    }

    private static void row(Lines text, Object... cells) {
        text.add(String.format(Locale.ROOT, ROW, cells));
    }
}
