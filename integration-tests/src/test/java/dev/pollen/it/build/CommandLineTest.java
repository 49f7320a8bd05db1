// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the processor's jar, on what a build in two steps leaves: sources generated, classes not woven. */
class CommandLineTest {
    @TempDir
    private Path directory;

    @Test
    void weavesTheSameBytesAsTheCompiler() throws IOException {
        Project compiler = Project.copy("thermostat", directory.resolve("compiler"));
        compiler.javacWithProcessor().succeeded();

        Project steps = Project.copy("thermostat", directory.resolve("steps"));
        steps.javacWithProcessor("-proc:only", "-s", "src").succeeded();
        steps.javac("-proc:none", "-cp", Product.path()).succeeded();
        assertTrue(tool("weave", steps).succeeded().text().contains("wrote"));

        try (Stream<Path> files = Files.walk(compiler.classes())) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertTrue(classes.size() > 3);
            for (Path woven : classes) {
                Path other = steps.classes().resolve(compiler.classes().relativize(woven));
                assertArrayEquals(Files.readAllBytes(woven), Files.readAllBytes(other), woven.toString());
            }
        }
        assertEquals("wrote 0 class files\n", tool("weave", steps).succeeded().text(), "weaving again");
    }

    @Test
    void reportsTheTasksOfAnApplication() {
        Project project = Project.copy("thermostat", directory);
        project.javacWithProcessor().succeeded();
        String report = tool("report", project).succeeded().text();
        assertTrue(report.startsWith("task "), report);
        assertTrue(report.contains("Thermostat."), report);
        assertTrue(report.contains("all tasks "), report);
    }

    @Test
    void saysHowItIsUsed() {
        Output output = Jdk.java(directory, List.of("-jar", Product.processor().toString(), "brew"));
        assertEquals(2, output.exit());
        assertTrue(output.text().contains("usage: java -jar pollen-processor.jar COMMAND"), output.text());
    }

    private static Output tool(String command, Project project) {
        return Jdk.java(
                project.classes(),
                List.of(
                        "-jar",
                        Product.processor().toString(),
                        command,
                        "--class-path",
                        Product.path(),
                        project.classes().toString()));
    }
}
