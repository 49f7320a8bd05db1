// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.guide;

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

/**
 * Each block of code in a guide is a piece, line by line, of a project that another test builds and runs; how far it is
 * indented there does not matter.
 */
class GuideTest {
    /** The beginnings of blocks of what was printed, which the other test compares, and of commands. */
    private static final List<String> NO_CODE = List.of("```text", "```sh", "```mermaid", "```json");

    /** {@code TestKitTest} runs it. */
    @Test
    void codeOfTestingIsThatOfTheGreenhouse() throws IOException {
        assertCode("testing.md", project("greenhouse"), 6);
    }

    /** {@code LogTest} runs it. */
    @Test
    void codeOfLoggingIsThatOfTheRadio() throws IOException {
        assertCode("log.md", project("radio"), 4);
    }

    /** {@code DoorsTest} builds it. */
    @Test
    void configurationsOfBuildingAreThoseOfTheDoors() throws IOException {
        assertCode("building.md", project("doors"), 5);
    }

    /** {@code GuideFirmwareTest} runs it. */
    @Test
    void codeOfFirmwareIsThatOfTheSimulatedBoard() throws IOException {
        assertCode("hal.md", Path.of("../simboard/src/test/java/dev/pollen/simboard/guide"), 12);
    }

    /** {@code StationTest} runs it, and compares what the report prints of it. */
    @Test
    void codeOfTheReportIsThatOfTheStation() throws IOException {
        assertCode("report.md", project("station"), 1);
    }

    /** {@code GuideProgramsTest} runs them. */
    @Test
    void codeOfTheOtherPagesIsThatOfTheirPrograms() throws IOException {
        assertCode("executors.md", project("guide"), 13);
        assertCode("blocks.md", project("guide"), 5);
        assertCode("coordination.md", project("guide"), 15);
        assertCode("futures.md", project("guide"), 8);
        assertCode("streams.md", project("guide"), 7);
        assertCode("receivers.md", project("guide"), 3);
    }

    private static Path project(String name) {
        return Path.of("src/test/resources/projects", name);
    }

    private static void assertCode(String guide, Path project, int least) throws IOException {
        List<List<String>> sources = sources(project);
        List<List<String>> blocks = blocks(Files.readAllLines(Path.of("../docs/guide", guide)));
        assertTrue(blocks.size() >= least, "blocks were found");
        for (List<String> block : blocks) {
            assertTrue(isIn(sources, block), () -> "not in any source:\n" + String.join("\n", block));
        }
    }

    @Test
    void theComparisonBites() {
        List<List<String>> source = List.of(List.of("a", "b", "c"));
        assertTrue(isIn(source, List.of("b", "c")));
        assertFalse(isIn(source, List.of("a", "c")));
        assertFalse(isIn(source, List.of("b", "c", "d")));
    }

    private static boolean isIn(List<List<String>> sources, List<String> block) {
        return sources.stream().anyMatch(source -> Collections.indexOfSubList(source, block) >= 0);
    }

    private static List<List<String>> sources(Path project) throws IOException {
        List<List<String>> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(project)) {
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
            boolean fence = lines.get(i).startsWith("```");
            if (fence && start < 0) {
                start = i + 1;
            } else if (fence) {
                if (!NO_CODE.contains(lines.get(start - 1))) {
                    blocks.add(stripped(lines.subList(start, i)));
                }
                start = -1;
            }
        }
        return blocks;
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::strip).toList();
    }
}
