// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** javac from the command line, then java. */
class JavacBuildTest {
    private static final String TRANSCRIPT = "500 ms: 20\n1010 ms: 41\n1530 ms: 63\n";

    @TempDir
    private Path directory;

    @Test
    void aUserWhoTakesWarningsForErrorsGetsNone() {
        Project project = Project.copy("thermostat", directory);
        Output compiled = project.javacWithProcessor("-Xlint:all", "-Werror").succeeded();
        assertEquals("", compiled.text(), "javac has something to say");
        assertEquals(
                TRANSCRIPT, project.run("thermostat.Thermostat").succeeded().text());
        assertEquals(
                "answer 42\n", project.run("thermostat.BootMain").succeeded().text());
    }

    @Test
    void variableNamesAndLinesAreNotNeeded() {
        Project project = Project.copy("thermostat", directory);
        project.javacWithProcessor("-g:none").succeeded();
        assertEquals(
                TRANSCRIPT, project.run("thermostat.Thermostat").succeeded().text());
    }

    @Test
    void aModuleIsWovenAndRunsFromTheModulePath() {
        Project project = Project.copy("modular", directory);
        project.javac(
                        "-p",
                        Product.path(),
                        "-processorpath",
                        Product.processor().toString(),
                        "-Xlint:all",
                        "-Werror")
                .succeeded();
        Output output = project.java("-p", Product.path(project.classes()), "-m", "modular.app/modular.Blinker");
        assertEquals("on\noff\n", output.succeeded().text());
    }
}
