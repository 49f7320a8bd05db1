// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's tests, run by the user's build: those that the guide shows. */
class TestKitTest {
    private static final String TEST = "src/test/java/greenhouse/GreenhouseTest.java";
    private static final String ALL_PASS = "Tests run: 61, Failures: 0, Errors: 0, Skipped: 0";

    private static MavenBuild maven;

    @TempDir
    private Path directory;

    @BeforeAll
    static void prepare(@TempDir Path repository) {
        maven = MavenBuild.prepare(repository);
    }

    @AfterAll
    static void close() throws IOException {
        if (maven != null) {
            maven.close();
        }
    }

    @Test
    void onTheClassPath() throws IOException {
        Project project = Project.copy("greenhouse", directory);
        maven.run(project, "test").succeeded().says(ALL_PASS);
        assertEquals("passed\n", run(project, "greenhouse.WithoutJUnit"));
        assertGuideSays(run(project, "greenhouse.NobodyPresses"));
    }

    private static String run(Project project, String program) {
        String path =
                Product.path(Product.testkit(), project.file("target/classes"), project.file("target/test-classes"));
        return project.java("-cp", path, program).succeeded().text();
    }

    /** {@code -Dpollen.goldens=write} puts it there. */
    private static void assertGuideSays(String message) throws IOException {
        Path file = Path.of("../docs/guide/testing.md");
        String guide = Files.readString(file);
        int start = guide.indexOf("```text\n") + "```text\n".length();
        int end = guide.indexOf("```", start);
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.writeString(file, guide.substring(0, start) + message + guide.substring(end));
        } else {
            assertEquals(message, guide.substring(start, end));
        }
    }

    @Test
    void onTheModulePath() throws IOException {
        Project project = Project.copy("greenhouse", directory);
        Files.writeString(
                project.file("src/main/java/module-info.java"), "module greenhouse { requires dev.pollen.runtime; }\n");
        maven.run(project, "test").succeeded().says(ALL_PASS);

        // The kit as a module of its own, where there is no JUnit.
        Output output = project.java(
                "--module-path",
                Product.path(Product.testkit(), project.file("target/classes")),
                "--patch-module",
                "greenhouse=" + project.file("target/test-classes"),
                "--add-modules",
                "dev.pollen.testkit",
                "--add-reads",
                "greenhouse=dev.pollen.testkit",
                "--module",
                "greenhouse/greenhouse.WithoutJUnit");
        assertEquals("passed\n", output.succeeded().text());
    }

    @Test
    void aTaskThatIsLeftFailsTheBuild() {
        Project project = Project.copy("greenhouse", directory);
        project.edit(
                TEST,
                "executor.spawnBackground(Greenhouse.ventilate(degrees, on -> log",
                "executor.spawn(Greenhouse.ventilate(degrees, on -> log");
        maven.run(project, "test")
                .failed()
                .says("GreenhouseTest.opensTheVentWhileItIsWarm")
                .says("Greenhouse.ventilate")
                .says("Greenhouse.java:");
    }
}
