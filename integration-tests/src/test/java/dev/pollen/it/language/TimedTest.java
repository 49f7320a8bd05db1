// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs of {@code timed}, which need an executor: each runs one on a virtual clock and says {@code OK}. */
class TimedTest {
    @TempDir
    Path output;

    @TestFactory
    Stream<DynamicTest> timed() {
        List<Path> sources = Build.sources("timed");
        URLClassLoader loader = new Build(output).woven().compile(sources).loader();
        return sources.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var run = loader.loadClass("timed." + name).getDeclaredMethod("run");
                    run.setAccessible(true);
                    assertEquals("OK", run.invoke(null));
                }));
    }
}
