// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that forget the processor, wholly or in part: somebody says so, with the way out. */
class ProcessorMissingTest {
    /** The first JDK whose javac runs no annotation processor that it merely finds on the class path. */
    private static final int NO_IMPLICIT_PROCESSORS = 23;

    private static final String MAIN = "thermostat.Thermostat";

    private Project project;

    @BeforeEach
    void copy(@TempDir Path directory) {
        project = Project.copy("thermostat", directory);
    }

    @Test
    void withoutTheJarCodeCompilesAndItsFirstAwaitSaysWhatIsMissing() {
        project.javac("-cp", Product.path()).succeeded();
        project.run(MAIN)
                .failed()
                .says("dev.pollen.NotWovenError")
                .says("must be compiled with pollen-processor on the processor path");
    }

    @Test
    void withProcessorsSwitchedOffTheCompilerSaysHowToSwitchThemOn() {
        assertNotProcessed(project.javacWithProcessor("-proc:none"));
    }

    @Test
    void onTheClassPathTheProcessorRunsOrTheCompilerSaysWhereItBelongs() {
        Output compiled = project.javac("-cp", Product.path(Product.processor()));
        if (Jdk.version() < NO_IMPLICIT_PROCESSORS) {
            compiled.succeeded();
            project.run(MAIN).succeeded().says("500 ms: 20");
        } else {
            assertNotProcessed(compiled);
        }
    }

    private static void assertNotProcessed(Output compiled) {
        compiled.failed()
                .says("Boot.java:")
                .says("POLLEN-020: Boot.boot is async")
                .says("Put pollen-processor on the annotation processor path")
                .says("do not use -proc:none");
    }
}
