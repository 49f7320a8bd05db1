// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of {@code box}, with what its comments say.
 *
 * <pre>
 *   // woven only                 it says something that blocking code cannot
 *   // cancelled otherwise        it does so only while it is not cancelled
 *   // expect: make 1=a; ..       what it logs where each leaf pends once; several lines are one
 *   // cancel 2: cancel 1; ..     what it logs when it is cancelled at its second suspension
 * </pre>
 *
 * @param name the simple name of its class
 * @param lines its source
 */
public record Program(String name, List<String> lines) {
    private static final String WOVEN_ONLY = "// woven only";
    private static final String CANCELLED_OTHERWISE = "// cancelled otherwise";

    /** The programs that the language of a JDK has, or those that it lacks. */
    static List<Program> of(int jdk, boolean present) {
        List<Program> programs = new ArrayList<>();
        for (Path file : sources(jdk, present)) {
            programs.add(read(file));
        }
        return programs;
    }

    /** {@code box} for any JDK, {@code box21} from 21 on, {@code box25} from 25 on. */
    public static List<Path> sources(int jdk, boolean present) {
        List<Path> sources = new ArrayList<>();
        for (int since : List.of(17, 21, 25)) {
            if (jdk >= since == present) {
                sources.addAll(Build.sources(since == 17 ? "box" : "box" + since));
            }
        }
        return sources;
    }

    private static Program read(Path file) {
        try {
            return new Program(file.getFileName().toString().replace(".java", ""), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the blocking reference does the same. */
    boolean hasReference() {
        return !says(WOVEN_ONLY);
    }

    /** Whether it does the same when it is cancelled. */
    boolean hasReferenceOfCancel() {
        return hasReference() && !says(CANCELLED_OTHERWISE);
    }

    private boolean says(String comment) {
        return lines.stream().anyMatch(line -> line.startsWith(comment));
    }

    /** What a comment says; empty if there is none. */
    String comment(String key) {
        return String.join(
                "; ",
                lines.stream()
                        .filter(line -> line.startsWith("// " + key + ": "))
                        .map(line -> line.substring(key.length() + 5))
                        .toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
