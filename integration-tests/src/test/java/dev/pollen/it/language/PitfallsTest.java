// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/pitfalls.md} is complete, and each test that it names is there. */
class PitfallsTest {
    private static final int PITFALLS = 57;
    private static final Path ROOT = Path.of("..");

    /** One line: its number and the tests that it names. */
    private record Pitfall(int number, List<String> tests) {
        static List<Pitfall> read() throws IOException {
            List<Pitfall> pitfalls = new ArrayList<>();
            for (String line : Files.readAllLines(ROOT.resolve("docs/pitfalls.md"))) {
                if (line.matches("\\| \\d+ \\|.*")) {
                    String[] cells = line.split(" *\\| *");
                    pitfalls.add(new Pitfall(Integer.parseInt(cells[1].strip()), List.of(cells[4].split(", *"))));
                }
            }
            return pitfalls;
        }
    }

    @Test
    void eachNumberIsThereOnce() throws IOException {
        assertEquals(
                IntStream.rangeClosed(1, PITFALLS).boxed().toList(),
                Pitfall.read().stream().map(Pitfall::number).toList());
    }

    @Test
    void eachNamesTestsThatExist() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Pitfall pitfall : Pitfall.read()) {
            assertTrue(!pitfall.tests().isEmpty() && !pitfall.tests().get(0).isEmpty(), pitfall::toString);
            for (String test : pitfall.tests()) {
                if (!exists(test)) {
                    missing.add(pitfall.number() + ": " + test);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void aTestThatIsNotThereIsSeen() throws IOException {
        for (String test : List.of("box/NoSuchProgram", "bad/Places POLLEN-999", "NoSuchTest", "PitfallsTest.none")) {
            assertTrue(!exists(test), test);
        }
    }

    /** Whether a test, or a program of {@code box} or {@code bad}, is there. */
    static boolean exists(String test) throws IOException {
        if (test.startsWith("box/")) {
            String file = test.substring(4) + ".java";
            return Stream.of("box", "box21", "box25")
                    .anyMatch(folder -> Files.exists(Path.of("src/test/resources", folder, file)));
        }
        if (test.startsWith("bad/")) {
            String[] parts = test.substring(4).split(" ");
            return find(parts[0], "resources/bad").stream().anyMatch(text -> text.contains("// " + parts[1]));
        }
        String[] parts = test.split("\\.");
        return find(parts[0], "src/test/java").stream()
                .anyMatch(text -> parts.length == 1 || text.contains(" " + parts[1] + "("));
    }

    /** The texts of the files of this name, in any module. */
    private static List<String> find(String name, String directory) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith(name + ".java"))
                    .filter(file -> file.toString().replace('\\', '/').contains(directory))
                    .map(PitfallsTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
