// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.processor.model.Message;
import dev.pollen.processor.report.SizeLimit;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.DirectoryWeaver;
import dev.pollen.processor.weave.classpath.WeaveSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code weave [--class-path PATH] [--debug true] [--alloc LEVEL] DIR}: weaves the classes below a directory, for a
 * compiler that is not javac or that ran without the plugin. Classes that are woven already stay as they are.
 */
final class WeaveCommand {
    private static final List<String> SETTINGS = List.of("debug", "alloc");

    private WeaveCommand() {}

    /** Returns the exit code. */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        List<String> others = new ArrayList<>();
        WeaveSettings settings = settings(args, others);
        Arguments arguments = Arguments.parse("weave", others);
        try (ClassPath path = ClassPath.of(arguments.classPath())) {
            if (!DirectoryWeaver.hasRuntime(path)) {
                throw new UsageException("weave needs the class path that the classes were compiled with, and Pollen's"
                        + " runtime is not on it: add --class-path");
            }
            DirectoryWeaver.Outcome outcome = DirectoryWeaver.weave(
                    arguments.directory(),
                    path,
                    settings,
                    (severity, finding) -> err.println(
                            finding.place() + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + finding.text()));
            out.println("wrote " + outcome.written() + " class files");
            List<SizeLimit.Exceeded> tooLarge = SizeCheck.of(arguments.directory(), path);
            tooLarge.forEach(task -> err.println(task.task().method() + ": error: "
                    + Message.TASK_TOO_LARGE.text(task.arguments().toArray())));
            return outcome.failed() || !tooLarge.isEmpty() ? 1 : 0;
        }
    }

    private static WeaveSettings settings(List<String> args, List<String> others) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            String name = args.get(i).startsWith("--") ? args.get(i).substring(2) : "";
            if (SETTINGS.contains(name) && i + 1 < args.size()) {
                i++;
                settings.put(name, args.get(i));
            } else {
                others.add(args.get(i));
            }
        }
        try {
            return WeaveSettings.of(settings);
        } catch (IllegalArgumentException e) {
            throw new UsageException("weave: " + e.getMessage());
        }
    }
}
