// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.processor.report.ReportFormat;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments {@code [--details | --json | --dot | --mermaid | --source] [--only TEXT] [--class-path PATH] DIR-or-JAR..}.
 *
 * @param format what is printed; null for the source of the woven classes
 * @param only a part of the names of the methods that it is about; empty for all
 * @param places the directories and jars that it is about
 * @param classPath where classes are looked up: the places, and then what the user said
 */
record ReportArguments(@Nullable ReportFormat format, String only, List<Path> places, List<Path> classPath) {
    private static final Map<String, ReportFormat> FORMATS = Map.of(
            "--details", ReportFormat.DETAILS,
            "--json", ReportFormat.JSON,
            "--dot", ReportFormat.DOT,
            "--mermaid", ReportFormat.MERMAID);

    private static final String SOURCE = "--source";

    static ReportArguments parse(List<String> args) {
        String chosen = "";
        String only = "";
        List<Path> places = new ArrayList<>();
        List<Path> more = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--class-path") && i + 1 < args.size()) {
                i++;
                Arrays.stream(args.get(i).split(File.pathSeparator))
                        .map(Path::of)
                        .forEach(more::add);
            } else if (arg.equals("--only") && i + 1 < args.size()) {
                i++;
                only = args.get(i);
            } else if (FORMATS.containsKey(arg) || arg.equals(SOURCE)) {
                if (!chosen.isEmpty()) {
                    throw new UsageException("report prints one format at a time, and " + arg + " is a second one");
                }
                chosen = arg;
            } else if (arg.startsWith("-")) {
                throw new UsageException("report does not understand " + arg);
            } else if (!Files.exists(Path.of(arg))) {
                throw new UsageException(
                        "report needs directories or jars with class files, and " + arg + " is not there");
            } else {
                places.add(Path.of(arg));
            }
        }
        if (places.isEmpty()) {
            throw new UsageException("report needs directories or jars with class files");
        }
        List<Path> classPath = new ArrayList<>(places);
        classPath.addAll(more);
        ReportFormat format = chosen.equals(SOURCE) ? null : FORMATS.getOrDefault(chosen, ReportFormat.TABLE);
        return new ReportArguments(format, only, places, classPath);
    }
}
