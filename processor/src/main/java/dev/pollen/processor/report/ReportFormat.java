// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import java.util.Optional;
import java.util.function.Function;

/** The forms in which a report is written. */
public enum ReportFormat {
    /** A table of the tasks. */
    TABLE(TableReport::of),
    /** The table, and then each task and function with its states and the tree of its children. */
    DETAILS(DetailsReport::of),
    /** For programs. */
    JSON(JsonReport::of),
    /** State diagrams for Graphviz. */
    DOT(DotDiagram::of),
    /** State diagrams for Mermaid, in Markdown. */
    MERMAID(MermaidDiagram::of);

    private final Function<Report, String> writer;

    ReportFormat(Function<Report, String> writer) {
        this.writer = writer;
    }

    /**
     * The format of a file.
     *
     * @param file its name
     * @return what its ending says: {@code .txt}, {@code .json}, {@code .dot} or {@code .md}; empty for another one
     */
    public static Optional<ReportFormat> of(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "txt" -> Optional.of(DETAILS);
            case "json" -> Optional.of(JSON);
            case "dot" -> Optional.of(DOT);
            case "md" -> Optional.of(MERMAID);
            default -> Optional.empty();
        };
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @return lines, each with its end
     */
    public String write(Report report) {
        return writer.apply(report);
    }
}
