// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A compiler whose files are nowhere on disk, as tests of other people's processors use it. */
class InMemoryBuildTest {
    @Test
    void codeIsWovenInMemory() throws Exception {
        MemoryClassLoader classes = compile("thermostat", "thermostat/Thermostat.java", "thermostat/Sensor.java");
        Class<?> thermostat = classes.loadClass("thermostat.Thermostat");
        assertEquals(classes, thermostat.getClassLoader());
        assertEquals(
                "500 ms: 20\n1010 ms: 41\n1530 ms: 63\n",
                thermostat.getMethod("run").invoke(null));
    }

    @Test
    void classesThatNoSourceStandsForAreWritten() throws Exception {
        MemoryClassLoader classes = compile("blocks", "blocks/Plant.java");
        assertEquals(
                "water 5, light at 50 ms",
                classes.loadClass("blocks.Plant").getMethod("run").invoke(null));
        assertEquals(classes, classes.loadClass("blocks.Plant$pollen$2").getClassLoader());
        assertThrows(ClassNotFoundException.class, () -> classes.loadClass("blocks.Plant$pollen$3"));
    }

    private static MemoryClassLoader compile(String project, String... sources) throws IOException {
        Path directory = Project.resource("/projects/" + project + "/src/main/java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager disk = compiler.getStandardFileManager(null, Locale.ROOT, null);
                MemoryFiles files = new MemoryFiles(disk)) {
            List<JavaFileObject> units = List.of(sources).stream()
                    .map(source -> files.source(source, directory.resolve(source)))
                    .toList();
            List<String> options = List.of(
                    "-cp", Product.path(), "-processorpath", Product.processor().toString(), "-Xlint:all", "-Werror");
            boolean compiled =
                    compiler.getTask(said, files, null, options, null, units).call();
            assertTrue(compiled, said::toString);
            return new MemoryClassLoader(files);
        }
    }
}
