// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product, as a user has it: nothing but the jar on the annotation processor path. */
class UserBuildTest {
    private static final String BLINKY = """
            package demo;
            import static dev.pollen.Pollen.await;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            import dev.pollen.executor.Spawner;
            public class Blinky {
              static int total;
              public static int total() { return total; }
              @Async static Future.OfInt add(int a, int b) throws java.io.IOException {
                int first = await(Future.ready(a));
                return Future.ready(first + await(Future.ready(b)));
              }
              @AsyncTask static Task<Void> count(int n) throws java.io.IOException {
                for (int i = 0; i < n; i++) total += await(add(i, 1));
                return Task.done();
              }
              @AsyncMain @AsyncTask static Task<Void> main(Spawner spawner) throws java.io.IOException {
                spawner.spawn(count(3));
                return Task.done();
              }
            }
            """;

    @TempDir
    Path output;

    @Test
    void aBuildWithEveryWarningAsAnErrorRuns() throws Exception {
        Javac.Result result = new Javac(output)
                .productOnProcessorPath()
                .options("-Xlint:all", "-Werror")
                .compileText("Blinky.java", BLINKY);
        assertTrue(result.success(), result.diagnostics().toString());
        assertEquals(List.of(), result.messages(Diagnostic.Kind.WARNING));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {result.classes().toUri().toURL()})) {
            loader.loadClass("demo.BlinkyMain")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
            assertEquals(6, loader.loadClass("demo.Blinky").getMethod("total").invoke(null));
        }
    }
}
