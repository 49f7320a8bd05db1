// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.simboard.DevKit;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of the command {@code report}, in a process of its own, as users do it. */
final class ReportRun {
    private ReportRun() {}

    /** The lines that it prints about woven classes of the samples. */
    static List<String> of(Path classes, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.pollen.processor.cli.Main",
                "report",
                "--class-path",
                Stream.of(Demo.class, DevKit.class, Future.class, Async.class)
                        .map(ReportRun::location)
                        .collect(Collectors.joining(File.pathSeparator))));
        command.addAll(List.of(options));
        command.add(classes.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines = process.inputReader().lines().toList();
            assertEquals(0, process.waitFor());
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
