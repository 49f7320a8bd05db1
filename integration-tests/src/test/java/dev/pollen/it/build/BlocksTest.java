// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Async blocks in users' builds: no source stands for their Future classes, and a file may have nothing but blocks. */
class BlocksTest {
    private static final String PLANT = "src/main/java/blocks/Plant.java";
    private static final String LIGHT = "return async(() -> Future.ready(\"light\"));";
    private static final String DARK = "return Future.ready(\"dark\");";

    @TempDir
    private Path directory;

    @Test
    void aFileWithoutAnyAnnotationIsWoven() throws IOException {
        Project project = project();
        Files.delete(project.file("src/main/java/blocks/Garden.java"));
        assertEquals(
                "",
                project.javacWithProcessor("-Xlint:all", "-Werror").succeeded().text());
        assertEquals(List.of("Plant$pollen$1.class", "Plant$pollen$2.class", "Plant.class"), classes(project));
        assertPrints("water 5, light at 50 ms\n", project);
    }

    @Test
    void theClassOfAFormerBlockIsDeleted() {
        Project project = project();
        project.javacWithProcessor().succeeded();
        assertTrue(classes(project).contains("Plant$pollen$2.class"));

        project.edit(PLANT, LIGHT, DARK);
        project.javacWithProcessor().succeeded();
        assertEquals(List.of("Plant$pollen$1.class", "Plant.class"), classesOfPlant(project));
        assertPrints("water 5, dark at 50 ms\n", project);

        String body = "return async(() -> {\n"
                + "            await(Timer.afterMillis(litres * 10));\n"
                + "            return Future.ready(\"water \".concat(Integer.toString(litres)));\n"
                + "        });";
        project.edit(PLANT, body, "return Future.ready(\"dry\");");
        project.javacWithProcessor().succeeded();
        assertEquals(List.of("Plant.class"), classesOfPlant(project));
        assertPrints("dry, dark at 0 ms\n", project);
    }

    @Test
    void theCommandLineDoesTheSame() throws IOException {
        Project compiler = Project.copy("blocks", directory.resolve("compiler"));
        compiler.javacWithProcessor().succeeded();
        Project steps = Project.copy("blocks", directory.resolve("steps"));
        steps.javacWithProcessor("-proc:only", "-s", "src").succeeded();
        inSecondStep(steps);
        assertEquals(classes(compiler), classes(steps));
        for (String name : classes(compiler)) {
            assertArrayEquals(
                    Files.readAllBytes(compiler.classes().resolve("blocks/" + name)),
                    Files.readAllBytes(steps.classes().resolve("blocks/" + name)),
                    name);
        }
        assertEquals("wrote 0 class files\n", weave(steps).succeeded().text());

        steps.edit(PLANT, LIGHT, DARK);
        inSecondStep(steps);
        assertEquals(List.of("Plant$pollen$1.class", "Plant.class"), classesOfPlant(steps));
        assertPrints("water 5, dark at 50 ms\n", steps);
    }

    @Test
    void mavenBuildsThemAndForgetsThem(@TempDir Path repository) throws IOException {
        try (MavenBuild maven = MavenBuild.prepare(repository)) {
            Project project = project();
            maven.run(project, "compile").succeeded();
            Path classes = project.file("target/classes");
            Output output = project.java("-cp", Product.path(classes), "blocks.Plant");
            assertEquals("water 5, light at 50 ms\n", output.succeeded().text());

            project.edit(PLANT, LIGHT, DARK);
            maven.run(project, "compile").succeeded();
            assertFalse(Files.exists(classes.resolve("blocks/Plant$pollen$2.class")));
            assertTrue(Files.exists(classes.resolve("blocks/Plant$pollen$1.class")));
            output = project.java("-cp", Product.path(classes), "blocks.Plant");
            assertEquals("water 5, dark at 50 ms\n", output.succeeded().text());
        }
    }

    @Test
    void blocksInALoopAllocateNothing() {
        Project project = project();
        project.javacWithProcessor("-Apollen.alloc=error").succeeded();
        assertEquals(
                "true, allocated 0\n", project.run("blocks.Garden").succeeded().text());
    }

    @Test
    void theReportCountsTheirFrames() {
        Project project = project();
        project.javacWithProcessor().succeeded();
        String report = tool("report", project).succeeded().text();
        List<String> row = List.of(report.lines()
                .filter(line -> line.startsWith("Garden.grow"))
                .findFirst()
                .orElseThrow()
                .split(" +"));
        assertEquals("504", row.get(3), report);
    }

    @Test
    void aBlockWithoutTheProcessorIsAnError() throws IOException {
        Project project = project();
        Files.delete(project.file("src/main/java/blocks/Garden.java"));
        Output output = project.javac(
                "-proc:none",
                "-cp",
                Product.path(),
                "-processorpath",
                Product.processor().toString());
        output.says("POLLEN-020").says("Plant.java:17: error").says("is async, but");
    }

    private Project project() {
        return Project.copy("blocks", directory);
    }

    private static void inSecondStep(Project project) {
        project.javac("-proc:none", "-cp", Product.path()).succeeded();
        weave(project).succeeded();
    }

    private static Output weave(Project project) {
        return tool("weave", project);
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

    private static void assertPrints(String expected, Project project) {
        assertEquals(expected, project.run("blocks.Plant").succeeded().text());
    }

    private static List<String> classesOfPlant(Project project) {
        return classes(project).stream()
                .filter(name -> name.startsWith("Plant"))
                .toList();
    }

    private static List<String> classes(Project project) {
        try (Stream<Path> files = Files.list(project.classes().resolve("blocks"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
