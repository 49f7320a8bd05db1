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
record Program(String name, List<String> lines) {
    private static final String WOVEN_ONLY = "// woven only";
    private static final String CANCELLED_OTHERWISE = "// cancelled otherwise";

    static List<Program> all() {
        List<Program> programs = new ArrayList<>();
        for (Path file : Build.sources("box")) {
            programs.add(read(file));
        }
        return programs;
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
