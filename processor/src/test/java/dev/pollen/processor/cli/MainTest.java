// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.model.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says when it cannot do what it was told. */
class MainTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int report(OutputStream out) {
        return Main.run(
                List.of("report", directory.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatIsNoClassFileIsNamed() throws IOException {
        Path broken = Files.writeString(directory.resolve("Broken.class"), "class Broken {}");
        assertEquals(1, report(OutputStream.nullOutputStream()));
        assertEquals("cannot read " + broken + ", which is no class file", err().strip());
    }

    /** Marks of what is not on the class path would be overlooked, and its futures made on the heap. */
    @Test
    void weavingNeedsTheRuntimeOnItsClassPath() {
        int exitCode = Main.run(
                List.of("weave", directory.toString()),
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(2, exitCode);
        assertTrue(err().startsWith("weave needs the class path that the classes were compiled with"), err());
    }

    @Test
    void aFailureOfOursIsLabelledAsOurs() {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("planted");
            }
        };
        assertEquals(1, report(failing));
        assertTrue(
                err().startsWith(Message.COMMAND_FAILED.id()
                        + ": internal error of Pollen in the command report: java.lang"
                        + ".IllegalStateException: planted. Please report it with the trace that follows"),
                err());
        assertTrue(err().contains("at dev.pollen.processor.cli.Main.run"), err());
    }
}
