// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each block of code in {@code docs/models.md} is a piece, line by line, of a model; how far it is indented does not matter. */
class ModelsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/models.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/pollen/samples/models");

    @Test
    void codeIsThatOfTheModels() throws IOException {
        List<List<String>> sources = sources();
        List<List<String>> blocks = blocks(Files.readAllLines(DOCUMENT));
        assertTrue(blocks.size() >= Models.values().length, "there is a block for each model");
        for (List<String> block : blocks) {
            assertTrue(isIn(sources, block), () -> "not in any source:\n" + String.join("\n", block));
        }
    }

    @Test
    void everyModelIsNamedAndCanBeRun() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Models models : Models.values()) {
            assertTrue(document.contains("./demo " + models.sample() + "\n"), models.sample());
        }
    }

    @Test
    void theComparisonBites() {
        List<List<String>> source = List.of(List.of("a", "b", "c"));
        assertTrue(isIn(source, List.of("b", "c")));
        assertFalse(isIn(source, List.of("a", "c")));
        assertFalse(isIn(source, List.of("b", "c", "d")));
    }

    @Test
    void noSampleIsMuchLongerThanTwoPages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Sampler.java")).toList()) {
                int lines = Files.readAllLines(file).size();
                assertTrue(lines <= 180, file + " has " + lines + " lines");
            }
        }
    }

    private static boolean isIn(List<List<String>> sources, List<String> block) {
        return sources.stream().anyMatch(source -> Collections.indexOfSubList(source, block) >= 0);
    }

    private static List<List<String>> sources() throws IOException {
        List<List<String>> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.add(stripped(Files.readAllLines(file)));
            }
        }
        return sources;
    }

    private static List<List<String>> blocks(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```java")) {
                start = i + 1;
            } else if (lines.get(i).equals("```") && start >= 0) {
                blocks.add(stripped(lines.subList(start, i)));
                start = -1;
            }
        }
        return blocks;
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::strip).toList();
    }
}
