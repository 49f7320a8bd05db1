// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.check.DiagnosticKinds;
import dev.pollen.processor.model.AllocationLevel;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.report.ReportFormat;
import dev.pollen.processor.weave.WeaveOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What a user sets with {@code -Apollen.<name>=<value>}.
 *
 * @param debug keep dead but visible variables for the debugger
 * @param allocation what to say of allocation in async code
 * @param report the file that a report of what is woven goes to; empty for none
 */
public record CompileOptions(boolean debug, AllocationLevel allocation, String report) {
    private static final String DEBUG = "pollen.debug";
    private static final String ALLOC = "pollen.alloc";
    private static final String REPORT = "pollen.report";
    private static final String REPORT_FILE =
            "the name of a file that ends in .txt, .json, .dot or .md (Mermaid), and that can be" + " written";

    /** The names of the options, for the compiler. */
    public static final Set<String> NAMES = Set.of(DEBUG, ALLOC, REPORT);

    /**
     * Reads the options.
     *
     * @param options the compiler's
     * @param wrong takes the messages about values that an option does not have; its default counts then
     * @return what is set
     */
    static CompileOptions read(Map<String, String> options, Consumer<String> wrong) {
        String report = String.valueOf(options.getOrDefault(REPORT, ""));
        if (options.containsKey(REPORT) && ReportFormat.of(report).isEmpty()) {
            wrong.accept(notAFile(report));
            report = "";
        }
        String debug = read(options, DEBUG, "false", List.of("true", "false"), wrong);
        String alloc = read(options, ALLOC, "report", AllocationLevel.NAMES, wrong);
        return new CompileOptions(Boolean.parseBoolean(debug), AllocationLevel.of(alloc), report);
    }

    /** What is wrong with the name of a file for the report. */
    static String notAFile(String report) {
        return Message.OPTION.text(REPORT, report, REPORT_FILE);
    }

    private static String read(
            Map<String, String> options, String name, String standard, List<String> values, Consumer<String> wrong) {
        if (!options.containsKey(name)) {
            return standard;
        }
        String value = String.valueOf(options.get(name));
        if (values.contains(value)) {
            return value;
        }
        wrong.accept(Message.OPTION.text(name, value, String.join(" or ", values)));
        return standard;
    }

    /**
     * What the weaver is told.
     *
     * @return its options
     */
    WeaveOptions forWeaver() {
        return new WeaveOptions(debug);
    }

    /**
     * How a message is printed.
     *
     * @param message the message
     * @return its kind; null if the user does not want it
     */
    Diagnostic.@Nullable Kind kind(Message message) {
        Severity severity = allocation.of(message);
        return severity == null ? null : DiagnosticKinds.of(severity);
    }
}
