// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each line of a program of {@code bad} gives the errors that its comment says, and there are no others. */
class BadProgramsTest {
    private static final Pattern ID = Pattern.compile("POLLEN-\\d{3}");

    @TempDir
    Path output;

    @TestFactory
    Stream<DynamicTest> bad() {
        return Build.sources("bad").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compile(file)));
    }

    private void compile(Path file) throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf("// POLLEN-");
            if (comment >= 0) {
                expected.add(
                        String.format(Locale.ROOT, "%3d %s", i + 1, lines.get(i).substring(comment + 3)));
            }
        }
        TreeSet<String> found = new TreeSet<>();
        new Build(output.resolve(file.getFileName().toString()))
                .woven().diagnose(List.of(file)).stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .forEach(diagnostic -> {
                            String text = diagnostic.getMessage(Locale.ROOT);
                            Matcher id = ID.matcher(text);
                            found.add(String.format(
                                    Locale.ROOT, "%3d %s", diagnostic.getLineNumber(), id.find() ? id.group() : text));
                        });
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }
}
