// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.report.Report;
import dev.pollen.processor.report.ReportFormat;
import dev.pollen.processor.report.SizeLimit;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import dev.pollen.processor.weave.states.AllocatingCalls;
import dev.pollen.processor.weave.states.StateGraphReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The report of what one compilation has woven, which an option asks for. */
final class WovenReport {
    private final Library library;
    private final String file;
    private final Map<String, byte[]> classes = new HashMap<>();
    private final Map<String, FrameFacts> frames = new TreeMap<>();
    private final Set<String> exceeded = new HashSet<>();

    /**
     * Prepares a report.
     *
     * @param library where other classes are looked up
     * @param file the name of the file; empty for none
     */
    WovenReport(Library library, String file) {
        this.library = library;
        this.file = file;
    }

    /** Takes note of what was woven. */
    void add(Weave weave) {
        boolean limited = false;
        for (Map.Entry<String, byte[]> woven : weave.classes().entrySet()) {
            FrameFacts facts = FrameFactsReader.read(woven.getValue()).orElse(null);
            if (facts != null) {
                frames.put(woven.getKey(), facts);
                limited |= facts.maxBytes() > 0;
            }
        }
        if (limited || !file.isEmpty()) {
            classes.putAll(weave.classes());
        }
    }

    /**
     * The tasks that take more than their {@code maxBytes}, each once. To be asked when no frame is missing.
     *
     * @return those that were not given before
     */
    List<SizeLimit.Exceeded> newlyExceeded() {
        List<SizeLimit.Exceeded> found = SizeLimit.exceeded(
                        frames.values().stream().toList(), sources())
                .stream()
                .filter(task -> !exceeded.contains(task.task().future()))
                .toList();
        found.forEach(task -> exceeded.add(task.task().future()));
        return found;
    }

    /**
     * Writes the file, if one was asked for.
     *
     * @return what is wrong; empty if nothing is
     */
    String write() {
        ReportFormat format = ReportFormat.of(file).orElse(null);
        if (format == null) {
            return "";
        }
        Report report = Report.of(frames.values().stream().toList(), sources());
        try {
            Files.writeString(Path.of(file), format.write(report));
            return "";
        } catch (IOException | InvalidPathException e) {
            return CompileOptions.notAFile(file);
        }
    }

    private Report.Sources sources() {
        return new Report.Sources(
                name -> frames.containsKey(name) ? frames.get(name) : library.frame(name),
                library::shape,
                library::parts,
                facts -> StateGraphReader.read(facts, classes::get),
                new AllocatingCalls(classes::get, name -> false)::of);
    }
}
