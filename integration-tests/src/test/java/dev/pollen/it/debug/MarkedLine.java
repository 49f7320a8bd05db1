// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.debug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A line of a source that a comment at its end marks. */
final class MarkedLine {
    private MarkedLine() {}

    /**
     * Finds a line.
     *
     * @param source the file
     * @param mark the text of the comment
     * @return its number, from 1
     */
    static int of(Path source, String mark) {
        try {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).endsWith("// " + mark)) {
                    return i + 1;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no line of " + source + " ends with // " + mark);
    }
}
