// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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

    @BeforeAll
    static void compile() {
        sources = new ArrayList<>(Build.sources("box"));
        sources.addAll(Build.sources("box/support"));
        expected =
                read(new Build(output.resolve("sorted")).woven().options("-g").compile(sources));
        assertTrue(expected.size() > sources.size());
    }

    private static Map<String, byte[]> read(Build build) {
        return read(build.classes());
    }

    private static Map<String, byte[]> read(Path classes) {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                read.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
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
        Path unwoven = inTwoSteps("twoSteps");
        weave(Path.of(System.getProperty("java.home"), "bin", "java").toString(), unwoven);
        assertExpected(read(unwoven), "from the command line");
    }

    @Test
    void theOtherJdkWeavesTheSame() throws IOException {
        String java = System.getProperty("pollen.other.java", "");
        assumeTrue(Files.isExecutable(Path.of(java)), "SKIPPED: there is no other JDK");
        Path unwoven = inTwoSteps("otherJdk");
        weave(java, unwoven);
        assertExpected(read(unwoven), "by " + java);
    }

    /** Compiles with the annotation processor alone, and then without it: what is left is to be woven. */
    private static Path inTwoSteps(String name) throws IOException {
        Path generated = Files.createDirectories(output.resolve(name + "-sources"));
        new Build(output.resolve(name + "-none"))
                .woven()
                .options("-proc:only", "-s", generated.toString())
                .compile(sources);
        List<Path> all = new ArrayList<>(sources);
        try (Stream<Path> files = Files.walk(generated)) {
            files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(all::add);
        }
        return new Build(output.resolve(name)).options("-g").compilePlain(all).classes();
    }

    private static void weave(String java, Path classes) {
        Build.run(List.of(
                java,
                "-cp",
                Build.processorPath(),
                "dev.pollen.processor.cli.Main",
                "weave",
                "--class-path",
                Build.runtimePath(),
                classes.toString()));
    }
}
