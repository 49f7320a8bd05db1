// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Build tools that hand a processor an environment of their own, as Gradle does: the plugin alone sees the compiler. */
class WrappedEnvironmentTest {
    /** Its jar says that each file comes of one element, so that an incremental build compiles what has changed. */
    @Test
    void theProcessorIsIsolating() throws IOException {
        try (JarFile jar = new JarFile(Product.processor().toFile());
                InputStream marker =
                        jar.getInputStream(jar.getEntry("META-INF/gradle/incremental.annotation.processors"))) {
            String text = new String(marker.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("dev.pollen.processor.AsyncProcessor,isolating", text.strip());
        }
    }

    @Test
    void codeIsWoven(@TempDir Path directory) throws URISyntaxException {
        Project project = Project.copy("thermostat", directory);
        Path tests = Path.of(WrappingProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        project.javac(
                        "-cp",
                        Product.path(),
                        "-processorpath",
                        Product.processor() + File.pathSeparator + tests,
                        "-processor",
                        WrappingProcessor.class.getName())
                .succeeded()
                .says(WrappingProcessor.WRAPPED);
        project.run("thermostat.Thermostat").succeeded().says("500 ms: 20");
    }
}
