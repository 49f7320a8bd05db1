// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.report.SizeLimit;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tasks of a directory that take more than their {@code maxBytes}: those of classes that were woven earlier, too, since
 * what they await may be new.
 */
public final class SizeCheck {
    private SizeCheck() {}

    /**
     * Reads the woven classes of a directory.
     *
     * @param directory where they are
     * @param path finds these and all that they refer to
     * @return the tasks, with the arguments of the message
     */
    public static List<SizeLimit.Exceeded> of(Path directory, ClassPath path) {
        List<FrameFacts> tasks = new ArrayList<>();
        try {
            for (Path file : ClassPath.classFiles(directory)) {
                FrameFactsReader.read(Files.readAllBytes(file)).ifPresent(tasks::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SizeLimit.exceeded(tasks, ReportCommand.sources(path, name -> true));
    }
}
