// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code box} give the same class files whatever the order of files, the door, and the JDK that weaves. */
class SameBytesTest {
    @TempDir
    static Path output;

    private static List<Path> sources;
    private static Map<String, byte[]> expected;
    private static Map<String, byte[]> unwoven;

    @BeforeAll
    static void compile() {
        sources = WovenBox.sources();
        expected = WovenBox.classes();
        assertTrue(expected.size() > sources.size());
    }

    private static Map<String, byte[]> read(Build build) {
        return WovenBox.read(build.classes());
    }

    private static void assertExpected(Map<String, byte[]> classes, String how) {
        assertEquals(expected.keySet(), classes.keySet(), how);
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, classes.get(name), name + " " + how));
    }

    @Test
    void theOrderOfFilesChangesNothing() {
        long seed = new Random().nextLong();
        List<Path> shuffled = new ArrayList<>(sources);
        Collections.shuffle(shuffled, new Random(seed));
        assertExpected(
                read(new Build(output.resolve("shuffled")).woven().options("-g").compile(shuffled)),
                "shuffled with seed " + seed);
    }

    @Test
    void theCommandLineWeavesWhatTheCompilerWeaves() throws IOException {
        assertWeaves(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "commandLine");
    }

    @Test
    void theOtherJdkWeavesTheSame() throws IOException {
        Path running = Path.of(System.getProperty("java.home")).toRealPath();
        String other = null;
        for (String property : List.of("pollen.build.java", "pollen.other.java")) {
            Path java = Path.of(System.getProperty(property, ""));
            other = Files.isExecutable(java) && !java.toRealPath().startsWith(running) ? java.toString() : other;
        }
        assumeTrue(other != null, "SKIPPED: there is no other JDK");
        assertWeaves(other, "otherJdk");
    }

    private static void assertWeaves(String java, String name) throws IOException {
        Path classes = output.resolve(name);
        WovenBox.write(unwoven(), classes);
        Build.weave(java, classes);
        assertExpected(WovenBox.read(classes), "by " + java);
    }

    /** What compiling with the annotation processor alone, and then without it, leaves to be woven. */
    private static Map<String, byte[]> unwoven() throws IOException {
        if (unwoven == null) {
            Path generated = Files.createDirectories(output.resolve("generated"));
            new Build(output.resolve("none"))
                    .woven()
                    .options("-proc:only", "-s", generated.toString())
                    .compile(sources);
            List<Path> all = new ArrayList<>(sources);
            try (Stream<Path> files = Files.walk(generated)) {
                files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(all::add);
            }
            unwoven = read(new Build(output.resolve("unwoven")).options("-g").compilePlain(all));
        }
        return unwoven;
    }
}
