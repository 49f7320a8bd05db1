// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of the guide that go through the course: each block of code is a piece, line by line, of a sample, however far it is
 * indented there, and each block of output a piece of a transcript.
 */
class CourseGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide");
    private static final Path SAMPLES = Path.of("src/main/java/dev/pollen/samples");
    private static final Path TRANSCRIPTS = Path.of("transcripts");

    @ParameterizedTest
    @ValueSource(
            strings = {"getting-started", "time", "peripherals", "communication", "cooperation", "priorities", "boards"
            })
    void codeIsThatOfTheSamplesAndOutputThatOfTheTranscripts(String page) throws IOException {
        List<String> text = Files.readAllLines(GUIDE.resolve(page + ".md"));
        assertAreIn(texts(SAMPLES, "Sample"), blocks(text, "```java"));
        assertAreIn(texts(TRANSCRIPTS, ""), blocks(text, "```text"));
    }

    private static void assertAreIn(List<List<String>> texts, List<List<String>> blocks) {
        assertFalse(blocks.isEmpty(), "there are blocks");
        for (List<String> block : blocks) {
            assertTrue(isIn(texts, block), () -> "not in any sample:\n" + String.join("\n", block));
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
    void theIndexNamesEachPageAndEachSample() throws IOException {
        String index = Files.readString(GUIDE.resolve("README.md"));
        try (Stream<Path> pages = Files.list(GUIDE)) {
            for (Path page : pages.toList()) {
                String name = page.getFileName().toString();
                assertTrue(
                        name.equals("README.md") || index.contains("](" + name + ")"), name + " is not in the index");
            }
        }
        for (String sample : DemoRun.of("", "list").checked().lines().toList()) {
            assertTrue(index.contains("`" + sample + "`"), sample + " is not in the index");
        }
    }

    @Test
    void whatThePagesRunIsThere() throws IOException {
        List<String> samples = DemoRun.of("", "list").checked().lines().toList();
        List<String> unknown = new ArrayList<>();
        try (Stream<Path> pages = Files.list(GUIDE)) {
            for (Path page : pages.toList()) {
                Matcher run = Pattern.compile("`./demo\\s([a-z][a-z-]*)").matcher(Files.readString(page));
                while (run.find()) {
                    if (!samples.contains(run.group(1)) && !run.group(1).equals("list")) {
                        unknown.add(page + ": " + run.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    private static boolean isIn(List<List<String>> texts, List<String> block) {
        return texts.stream().anyMatch(text -> Collections.indexOfSubList(text, block) >= 0);
    }

    private static List<List<String>> texts(Path directory, String prefix) throws IOException {
        List<List<String>> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith(prefix)) {
                    texts.add(stripped(Files.readAllLines(file)));
                }
            }
        }
        return texts;
    }

    private static List<List<String>> blocks(List<String> lines, String opening) {
        List<List<String>> blocks = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(opening)) {
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
