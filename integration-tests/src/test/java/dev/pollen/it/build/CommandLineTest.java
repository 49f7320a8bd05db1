// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the processor's jar, on what a build in two steps leaves: sources generated, classes not woven. */
class CommandLineTest {
    private static final String TRANSCRIPT = "500 ms: 20\n1010 ms: 41\n1530 ms: 63\n";

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

    /** As where an incremental build compiles a class again and keeps its Future classes. */
    @Test
    void weavesAgainWhatIsCompiledAgain() throws IOException {
        Project project = Project.copy("thermostat", directory);
        project.javacWithProcessor("-proc:only", "-s", "src").succeeded();
        project.javac("-proc:none", "-cp", Product.path()).succeeded();
        Path owner = project.classes().resolve("thermostat/Sensor.class");
        Path future = project.classes().resolve("thermostat/Sensor_read.class");
        byte[] unwovenOwner = Files.readAllBytes(owner);
        byte[] unwovenFuture = Files.readAllBytes(future);
        tool("weave", project).succeeded();

        Files.write(owner, unwovenOwner);
        assertEquals("wrote 2 class files\n", tool("weave", project).succeeded().text());
        assertEquals(
                TRANSCRIPT, project.run("thermostat.Thermostat").succeeded().text());

        Files.write(future, unwovenFuture);
        tool("weave", project)
                .failed()
                .says(
                        "thermostat.Sensor: error: POLLEN-057: thermostat.Sensor_read was compiled anew, and thermostat.Sensor");
    }

    @Test
    void isToldWhatTheCompilerIsTold() {
        Project project = Project.copy("loaded", directory);
        project.javacWithProcessor("-proc:only", "-s", "src").succeeded();
        project.javac("-proc:none", "-cp", Product.path()).succeeded();
        tool("weave", project, "--alloc", "some")
                .failed()
                .says("alloc=some is not known: write off or report or warn or error");
        tool("weave", project, "--debug", "maybe").failed().says("debug=maybe is not known: write true or false");
        tool("weave", project).failed().says("loaded.Work.work:36: note: POLLEN-036: string concatenation");
        tool("weave", project, "--alloc", "error")
                .failed()
                .says("loaded.Broken.locked:23: error: POLLEN-003")
                .says("wrote 0");
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

    private static Output tool(String command, Project project, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("-jar", Product.processor().toString(), command));
        arguments.addAll(List.of(options));
        arguments.addAll(
                List.of("--class-path", Product.path(), project.classes().toString()));
        return Jdk.java(project.classes(), arguments);
    }
}
