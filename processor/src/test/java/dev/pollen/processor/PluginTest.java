// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product on the annotation processor path, where javac finds processor and plugin by itself. */
class PluginTest {
    private static final String BLINKY = """
            package demo;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            class Blinky {
              @Async static Future<Void> first() { return Future.done(); }
              @Async static Future<Void> second() { return Future.done(); }
            }
            """;

    @TempDir
    Path output;

    @Test
    void aBuildToolThatHidesJavacIsServedByThePlugin() {
        Javac.Result result = new Javac(output)
                .productOnProcessorPath()
                .options("-processor", WrappingProcessor.class.getName())
                .compileText("Blinky.java", BLINKY);
        assertTrue(result.success(), result.diagnostics().toString());
        assertEquals(
                List.of("Blinky.java:5:30: POLLEN-015: it: the future is made on the heap, because it was called"),
                result.messages(Diagnostic.Kind.NOTE));
    }

    @Test
    void aBuildThatHidesJavacStillSeesMisuse() {
        Javac.Result result = new Javac(output)
                .productOnProcessorPath()
                .options("-processor", WrappingProcessor.class.getName())
                .compileText(
                        "Blinky.java",
                        BLINKY.replace(
                                "return Future.done(); }\n}",
                                "dev.pollen.Pollen.await(Future.done()); return null; }\n void no() { dev.pollen.Pollen.await(Future.done()); }\n}"));
        assertFalse(result.success());
        List<String> errors = result.messages(Diagnostic.Kind.ERROR);
        assertEquals(1, errors.size(), errors.toString());
        assertTrue(errors.get(0).contains("POLLEN-001: await stands in no,"), errors.get(0));
    }

    @Test
    void asyncCodeWithoutTheProcessorIsAnErrorThatSaysHowToAddIt() {
        for (String option : List.of("-proc:none", "-processor=" + SilentProcessor.class.getName())) {
            Javac.Result result = new Javac(output)
                    .productOnProcessorPath()
                    .options(option.split("="))
                    .compileText("Blinky.java", BLINKY);
            assertFalse(result.success());
            List<String> errors = result.messages(Diagnostic.Kind.ERROR);
            assertEquals(1, errors.size(), errors.toString());
            assertTrue(errors.get(0).startsWith("Blinky.java:5:30: POLLEN-020: Blinky.first is async"), errors.get(0));
            assertTrue(errors.get(0).contains("annotationProcessorPaths"), errors.get(0));
        }
    }

    @Test
    void theSecondStepOfABuildInTwoStepsSaysThatWeavingIsLeft() {
        Path generated = new Javac(output.resolve("first"))
                .processor(Javac.NO_WEAVING)
                .options("-proc:only")
                .compileText("Blinky.java", BLINKY)
                .silent()
                .generated();
        Javac.Result result = new Javac(output.resolve("second"))
                .productOnProcessorPath()
                .options("-proc:none", "-Xlint:all", "-Werror")
                .compileText("Blinky.java", BLINKY, Javac.javaFiles(generated));
        assertTrue(result.success(), result.diagnostics().toString());
        List<String> notes = result.messages(Diagnostic.Kind.NOTE);
        assertEquals(1, notes.size());
        assertTrue(
                notes.get(0).startsWith("Blinky.java:5:30: POLLEN-023: Blinky.first was compiled without"),
                notes.get(0));
    }

    @Test
    void codeThatIsNotAsyncIsLeftInPeace() {
        new Javac(output)
                .productOnProcessorPath()
                .options("-Xlint:all", "-Werror")
                .compileText("Plain.java", "class Plain { Runnable r = () -> { }; void await() { await(); } }")
                .silent();
    }
}
