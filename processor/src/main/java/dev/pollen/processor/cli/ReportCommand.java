// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.report.SizeReport;
import dev.pollen.processor.report.TextReport;
import dev.pollen.processor.weave.classpath.ClassFileShapes;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code report [--class-path PATH] DIR}: the sizes of the tasks of an application. */
final class ReportCommand {
    private ReportCommand() {}

    static String run(List<String> args) {
        List<Path> entries = new ArrayList<>();
        Path directory = null;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--class-path") && i + 1 < args.size()) {
                Arrays.stream(args.get(++i).split(File.pathSeparator)).map(Path::of).forEach(entries::add);
            } else if (arg.startsWith("-") || directory != null) {
                throw new UsageException("report does not understand " + arg);
            } else {
                directory = Path.of(arg);
            }
        }
        if (directory == null || !Files.isDirectory(directory)) {
            throw new UsageException("report needs a directory with class files" + (directory == null ? "" : ", which " + directory + " is not"));
        }
        entries.add(0, directory);
        try (ClassPath path = ClassPath.of(entries)) {
            return report(directory, path);
        }
    }

    private static String report(Path directory, ClassPath path) {
        List<FrameFacts> frames = new ArrayList<>();
        for (Path file : ClassPath.classFiles(directory)) {
            FrameFactsReader.read(read(file)).ifPresent(frames::add);
        }
        ClassFileShapes shapes = new ClassFileShapes(path);
        Function<String, @Nullable FrameFacts> facts = name -> {
            byte[] bytes = path.find(name);
            return bytes == null ? null : FrameFactsReader.read(bytes).orElse(null);
        };
        return TextReport.of(SizeReport.of(frames, facts, shapes::shape));
    }

    private static byte[] read(Path file) {
        try {
            return Objects.requireNonNull(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
