// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.it.build.Output;
import dev.pollen.it.build.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exception names the user's lines, as if the calls had blocked. */
class StackTraceTest {
    private static final Pattern PLACE = Pattern.compile("(\\S+)\\((Deep\\.java:\\d+)\\)");

    @Test
    void everyUserLineStandsThereOnceInnermostFirst(@TempDir Path directory) {
        Project project = Project.copy("deep", directory);
        project.javacWithProcessor().succeeded();
        Output output = project.run("deep.Diver").succeeded();
        output.says("5 times pending").says("java.lang.IllegalStateException: too deep");
        Path source = project.file("src/main/java/deep/Deep.java");
        List<String> expected = Stream.of("first", "second", "third")
                .map(mark -> "Deep.java:" + MarkedLine.of(source, mark))
                .toList();
        assertEquals(expected, places(output, 2), output::text);
        assertEquals(
                List.of("deep.Deep.inner$poll", "deep.Deep.middle$poll", "deep.Deep.outer$poll"),
                places(output, 1),
                output::text);
    }

    private static List<String> places(Output output, int group) {
        return PLACE.matcher(output.text())
                .results()
                .map((MatchResult place) -> place.group(group))
                .toList();
    }
}
