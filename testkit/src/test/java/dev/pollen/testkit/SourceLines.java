// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The source of a test, for assertions on lines that do not break when a line is added. */
public record SourceLines(List<String> lines) {
    public static SourceLines of(Class<?> test) {
        try {
            return new SourceLines(
                    Files.readAllLines(Path.of("src/test/java", test.getName().replace('.', '/') + ".java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line, counted from 1, that has this code and nothing else first. */
    public int indexOf(String code) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(code)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line is: " + code);
    }
}
