// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The classes that the build of the samples has written, as people see them in an editor, are those of {@code generated}: all
 * of the course and of the models. {@code -Dpollen.goldens=write} writes what is expected anew.
 */
class GeneratedSourceTest {
    private static final Path EXPECTED = Path.of("src/test/resources/generated");
    private static final Path GENERATED = Path.of("target/generated-sources/annotations");
    private static final int LEAST = 80;

    @TestFactory
    Stream<DynamicTest> eachSample() {
        Map<String, Map<String, String>> generated = bySample(GENERATED);
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            write(generated);
        }
        Map<String, Map<String, String>> expected = bySample(EXPECTED);
        return generated.keySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample, () -> assertEquals(expected.get(sample), generated.get(sample))));
    }

    @Test
    void nothingElseIsExpected() {
        assertEquals(bySample(GENERATED).keySet(), bySample(EXPECTED).keySet());
        long files = bySample(GENERATED).values().stream().mapToLong(Map::size).sum();
        assertTrue(files >= LEAST, files + " files");
    }

    /** The files of a directory, by the class that they belong to. */
    private static Map<String, Map<String, String>> bySample(Path root) {
        Map<String, Map<String, String>> samples = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString();
                String sample = name.replaceFirst("(Main)?(_\\w+)?\\.java$", "");
                samples.computeIfAbsent(sample, s -> new TreeMap<>())
                        .put(root.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    private static void write(Map<String, Map<String, String>> samples) {
        try {
            if (Files.exists(EXPECTED)) {
                try (Stream<Path> files = Files.walk(EXPECTED)) {
                    for (Path stale : files.filter(Files::isRegularFile).toList()) {
                        Files.delete(stale);
                    }
                }
            }
            for (Map<String, String> files : samples.values()) {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Path path = EXPECTED.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
