// SPDX-License-Identifier: Apache-2.0
package dev.pollen.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The table of {@code docs/conformance.md}: each test that it names exists, and its counts are those of its rows. */
final class TableTest {
    private static final Pattern TEST = Pattern.compile("`([a-z]+\\.[A-Z]\\w*)\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+?) \\| (ported|changed|left out) \\| ([^|]+?) \\|");
    private static final Pattern COUNTS = Pattern.compile("\\| (.+?) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");

    private static List<String> lines() throws IOException {
        Path from = Path.of("").toAbsolutePath();
        while (!Files.exists(from.resolve("docs/conformance.md"))) {
            from = from.getParent();
        }
        return Files.readAllLines(from.resolve("docs/conformance.md"));
    }

    private static boolean exists(String type, String method) {
        try {
            for (Method declared : Class.forName("dev.pollen." + type).getDeclaredMethods()) {
                if (declared.getName().equals(method)
                        && (declared.isAnnotationPresent(Test.class)
                                || declared.isAnnotationPresent(ParameterizedTest.class))) {
                    return true;
                }
            }
            return false;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void eachNamedTestExistsAndEachRowNamesOneOrAReason() throws IOException {
        List<String> missing = new ArrayList<>();
        int rows = 0;
        for (String line : lines()) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            rows++;
            Matcher test = TEST.matcher(row.group(3));
            boolean named = false;
            while (test.find()) {
                named = true;
                if (!exists(test.group(1), test.group(2))) {
                    missing.add(test.group());
                }
            }
            if (!named && !row.group(2).equals("left out")) {
                missing.add(line);
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(rows > 100, rows + " rows");
    }

    @Test
    void theCountsAreThoseOfTheRows() throws IOException {
        Map<String, int[]> counted = new LinkedHashMap<>();
        Map<String, String> stated = new TreeMap<>();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                int column = List.of("ported", "changed", "left out").indexOf(row.group(2));
                counted.computeIfAbsent(section, s -> new int[3])[column]++;
            }
            Matcher counts = COUNTS.matcher(line);
            if (counts.matches()) {
                stated.put(counts.group(1), counts.group(2) + " " + counts.group(3) + " " + counts.group(4));
            }
        }
        Map<String, String> expected = new TreeMap<>();
        counted.forEach((name, n) -> expected.put(name, n[0] + " " + n[1] + " " + n[2]));
        assertEquals(expected, stated);
    }

    @Test
    void theCheckBites() {
        assertTrue(exists("conformance.TableTest", "theCheckBites"));
        assertFalse(exists("conformance.TableTest", "noSuchTest"));
        assertFalse(exists("conformance.NoSuchClass", "theCheckBites"));
    }
}
