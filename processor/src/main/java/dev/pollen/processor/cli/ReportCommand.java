// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.report.SizeReport;
import dev.pollen.processor.report.TextReport;
import dev.pollen.processor.weave.classpath.ClassFileShapes;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code report [--class-path PATH] DIR}: the sizes of the tasks of an application. */
final class ReportCommand {
    private ReportCommand() {}

    static String run(List<String> args) {
        Arguments arguments = Arguments.parse("report", args);
        try (ClassPath path = ClassPath.of(arguments.classPath())) {
            return report(arguments.directory(), path);
        }
    }

    private static String report(Path directory, ClassPath path) {
        List<FrameFacts> frames = new ArrayList<>();
        for (Path file : ClassPath.classFiles(directory)) {
            facts(file).ifPresent(frames::add);
        }
        ClassFileShapes shapes = new ClassFileShapes(path);
        Function<String, @Nullable FrameFacts> facts = name -> {
            byte[] bytes = path.find(name);
            return bytes == null ? null : FrameFactsReader.read(bytes).orElse(null);
        };
        return TextReport.of(SizeReport.of(frames, facts, shapes::shape, shapes::parts));
    }

    private static Optional<FrameFacts> facts(Path file) {
        byte[] bytes = read(file);
        try {
            return FrameFactsReader.read(bytes);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UncheckedIOException(new IOException(file + ", which is no class file", e));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Objects.requireNonNull(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
