// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.report.Report;
import dev.pollen.processor.report.ReportFormat;
import dev.pollen.processor.report.SourceReport;
import dev.pollen.processor.weave.classpath.ClassFileShapes;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import dev.pollen.processor.weave.states.AllocatingCalls;
import dev.pollen.processor.weave.states.StateGraphReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code report}: what is known of the tasks of an application before it runs; see {@link ReportArguments}. */
final class ReportCommand {
    private ReportCommand() {}

    static String run(List<String> args) {
        ReportArguments arguments = ReportArguments.parse(args);
        try (ClassPath about = ClassPath.of(arguments.places());
                ClassPath path = ClassPath.of(arguments.classPath())) {
            List<FrameFacts> frames = new ArrayList<>();
            for (Path file : about.classFiles()) {
                facts(file)
                        .filter(frame -> frame.method().contains(arguments.only()))
                        .ifPresent(frames::add);
            }
            Report report = Report.of(frames, sources(path, name -> about.find(name) == null));
            ReportFormat format = arguments.format();
            return format == null ? SourceReport.of(report, path::find, arguments.classPath()) : format.write(report);
        }
    }

    static Report.Sources sources(ClassPath path, Predicate<String> isLibrary) {
        ClassFileShapes shapes = new ClassFileShapes(path);
        return new Report.Sources(
                name -> {
                    byte[] bytes = path.find(name);
                    return bytes == null ? null : FrameFactsReader.read(bytes).orElse(null);
                },
                shapes::shape,
                shapes::parts,
                frame -> StateGraphReader.read(frame, path::find),
                new AllocatingCalls(path::find, isLibrary)::of);
    }

    private static Optional<FrameFacts> facts(Path file) {
        try {
            return FrameFactsReader.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UncheckedIOException(new IOException(file + ", which is no class file", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
