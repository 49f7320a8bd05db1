// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.agent;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.report.Report;
import dev.pollen.processor.report.SizeLimit;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassFinder;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import dev.pollen.processor.weave.states.StateGraphReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tasks of a class that take more than their {@code maxBytes}, when it is loaded. What they await may not have been
 * loaded yet: it is woven here to be measured, and again when it comes.
 */
final class LoadedSizes {
    private final ClassFinder files;
    private final ClassFileLibrary library;
    private final Function<String, @Nullable Weave> ownerOf;
    private final Map<String, byte[]> woven;

    private LoadedSizes(
            ClassFinder files,
            ClassFileLibrary library,
            Function<String, @Nullable Weave> ownerOf,
            Map<String, byte[]> woven) {
        this.files = files;
        this.library = library;
        this.ownerOf = ownerOf;
        this.woven = new HashMap<>(woven);
    }

    /**
     * Compares the tasks of one owner with their limits.
     *
     * @param classes the owner and its Future classes, woven
     * @param files finds other class files
     * @param library reads them
     * @param ownerOf weaves the owner of a Future class; null if it has none
     * @return those that are too large; nothing is looked at where no task has a limit
     */
    static List<SizeLimit.Exceeded> exceeded(
            Map<String, byte[]> classes,
            ClassFinder files,
            ClassFileLibrary library,
            Function<String, @Nullable Weave> ownerOf) {
        List<FrameFacts> frames = new ArrayList<>();
        for (byte[] bytes : classes.values()) {
            FrameFactsReader.read(bytes).ifPresent(frames::add);
        }
        return SizeLimit.exceeded(frames, new LoadedSizes(files, library, ownerOf, classes).sources());
    }

    private Report.Sources sources() {
        return new Report.Sources(
                this::facts,
                library::shape,
                library::parts,
                frame -> StateGraphReader.read(frame, this::bytes),
                frame -> List.of());
    }

    private byte @Nullable [] bytes(String name) {
        byte[] known = woven.get(name);
        return known != null ? known : files.find(name);
    }

    private @Nullable FrameFacts facts(String name) {
        byte[] bytes = bytes(name);
        FrameFacts facts = bytes == null ? null : FrameFactsReader.read(bytes).orElse(null);
        if (facts != null || woven.containsKey(name)) {
            return facts;
        }
        Weave weave = ownerOf.apply(name);
        if (weave == null) {
            return null;
        }
        woven.putAll(weave.classes());
        byte[] made = woven.get(name);
        return made == null ? null : FrameFactsReader.read(made).orElse(null);
    }
}
