// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of the guide, compiled as a user does and run: each page says at its end what they print. {@code
 * -Dpollen.goldens=write} puts it there.
 */
class GuideProgramsTest {
    private static final Map<String, String> PROGRAMS = new TreeMap<>(Map.of(
            "executors.md", "guide.Executors",
            "blocks.md", "guide.Blocks",
            "coordination.md", "guide.Coordination",
            "futures.md", "guide.Combinators",
            "streams.md", "guide.Streams",
            "receivers.md", "guide.Receivers"));
    private static final String OUTPUT = "```text\n";

    @TempDir
    private Path directory;

    @Test
    void printWhatThePagesSay() throws IOException {
        Project project = Project.copy("guide", directory);
        project.javacWithProcessor("-Apollen.alloc=off").succeeded();
        for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
            String printed = project.java("-cp", Product.path(project.classes()), program.getValue())
                    .succeeded()
                    .text();
            Path page = Path.of("../docs/guide", program.getKey());
            String text = Files.readString(page);
            int start = text.indexOf(OUTPUT) + OUTPUT.length();
            int end = text.indexOf("```", start);
            if ("write".equals(System.getProperty("pollen.goldens"))) {
                Files.writeString(page, text.substring(0, start) + printed + text.substring(end));
            } else {
                assertEquals(text.substring(start, end), printed, program.getKey());
            }
        }
    }
}
