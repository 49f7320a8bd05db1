// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Build tools that hand a processor an environment of their own, as Gradle does: the plugin alone sees the compiler. */
class WrappedEnvironmentTest {
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
