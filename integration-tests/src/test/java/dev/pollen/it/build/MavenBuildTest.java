// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds with Maven, whose compiler runs in its own process. */
class MavenBuildTest {
    private static final String SENSOR = "src/main/java/thermostat/Sensor.java";

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
    void whatIsCompiledAgainIsWovenAgain() {
        Project project = Project.copy("thermostat", directory);
        maven.run(project, "compile").succeeded().says("Compiling");
        assertPrints("500 ms: 20\n1010 ms: 41\n1530 ms: 63\n", project);

        project.edit(SENSOR, "base + channel", "base - channel");
        maven.run(project, "compile").succeeded().says("Recompiling");
        assertPrints("500 ms: 20\n1010 ms: 39\n1530 ms: 57\n", project);

        maven.run(project, "compile").succeeded().says("Nothing to compile");
        assertPrints("500 ms: 20\n1010 ms: 39\n1530 ms: 57\n", project);

        // One source alone, against the woven classes of the others; javac warns of each class that a processor writes
        // anew.
        project.edit("pom.xml", "<arg>-Werror</arg>", "");
        project.edit(SENSOR, "base - channel", "base + 10 * channel");
        maven.run(project, "compile", "-Dmaven.compiler.useIncrementalCompilation=false")
                .succeeded()
                .says("Compiling 1 source file");
        assertPrints("500 ms: 20\n1010 ms: 50\n1530 ms: 90\n", project);
    }

    @Test
    void framesOfAnotherModuleAreInTheFramesOfTheirCallers() throws Exception {
        Project project = Project.copy("two-modules", directory);
        maven.run(project, "compile").succeeded();
        Path sensors = project.file("sensors/target/classes");
        Path app = project.file("app/target/classes");
        assertEquals(
                "30 11.0\n",
                project.java("-cp", Product.path(sensors, app), "app.App")
                        .succeeded()
                        .text());
        assertEquals(List.of("sensors.Sensors_average", "sensors.Sensors_read"), children("app.App_sum", sensors, app));
    }

    private static void assertPrints(String expected, Project project) {
        Path classes = project.file("target/classes");
        Output output = project.java("-cp", Product.path(classes), "thermostat.Thermostat");
        assertEquals(expected, output.succeeded().text());
    }

    /** The classes of the async functions whose frames are final fields of a frame. */
    private static List<String> children(String frame, Path... path) throws IOException, ClassNotFoundException {
        URL[] urls = new URL[path.length];
        for (int i = 0; i < path.length; i++) {
            urls[i] = path[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, MavenBuildTest.class.getClassLoader())) {
            return Arrays.stream(Class.forName(frame, false, loader).getDeclaredFields())
                    .filter(field -> field.getType().getName().startsWith("sensors.Sensors_"))
                    .filter(field -> Modifier.isFinal(field.getModifiers()))
                    .map(field -> field.getType().getName())
                    .sorted()
                    .toList();
        }
    }
}
