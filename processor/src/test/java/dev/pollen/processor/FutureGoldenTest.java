// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The written classes of each directory of {@code good} are those of {@code expected}, and a user's build with {@code
 * -Xlint:all -Werror} accepts them. {@code -Dpollen.goldens=write} writes what is expected anew.
 */
class FutureGoldenTest {
    @TempDir
    Path output;

    @TestFactory
    Stream<DynamicTest> good() throws IOException {
        return Files.list(Javac.resources("good"))
                .sorted()
                .map(directory -> DynamicTest.dynamicTest(
                        directory.getFileName().toString(), () -> compareWithExpected(directory)));
    }

    private void compareWithExpected(Path directory) throws IOException {
        String name = directory.getFileName().toString();
        Path generated = new Javac(output.resolve(name))
                .processor(Javac.NO_WEAVING)
                .options("-Xlint:all", "-Werror")
                .compileAll(directory)
                .silent()
                .generated();
        Path expected = Javac.resources("expected").resolve(name);
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            write(contents(generated), expected);
        }
        assertEquals(contents(expected), contents(generated));
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        if (Files.exists(directory)) {
            for (Path file : Javac.javaFiles(directory)) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static void write(Map<String, String> contents, Path directory) throws IOException {
        if (Files.exists(directory)) {
            for (Path stale : Javac.javaFiles(directory)) {
                Files.delete(stale);
            }
        }
        for (Map.Entry<String, String> file : contents.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
