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

/**
 * The table of {@code docs/conformance.md}: each test that it names exists and bears the names of what it ports, and its counts are
 * those of its rows.
 */
final class TableTest {
    private static final Pattern TEST = Pattern.compile("`([a-z]+\\.[A-Z]\\w*)\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+?) \\| (ported|changed|left out) \\| ([^|]+?) \\|");
    private static final Pattern BOX = Pattern.compile("`box/(\\w+\\.java)`");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*_\\w+|[A-Za-z][a-z0-9]*[A-Z]\\w*");
    private static final Pattern COUNTS = Pattern.compile("\\| (.+?) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");

    /** The tests of embassy-sync, by file: each is named in a row that begins with its file. */
    private static final Map<String, Integer> EMBASSY_SYNC = Map.ofEntries(
            Map.entry("channel", 11),
            Map.entry("priority_channel", 11),
            Map.entry("pipe", 12),
            Map.entry("pubsub", 11),
            Map.entry("semaphore", 19),
            Map.entry("watch", 13),
            Map.entry("rpc_service", 14),
            Map.entry("once_lock", 6),
            Map.entry("lazy_lock", 4),
            Map.entry("atomic_waker", 4),
            Map.entry("mutex", 1),
            Map.entry("rwlock", 2),
            Map.entry("ring_buffer", 1));

    private static Path root() {
        Path from = Path.of("").toAbsolutePath();
        while (!Files.exists(from.resolve("docs/conformance.md"))) {
            from = from.getParent();
        }
        return from;
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(root().resolve("docs/conformance.md"));
    }

    private static boolean isBoxProgram(String name) {
        return Files.exists(
                root().resolve("integration-tests/src/test/resources/box").resolve(name));
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
            Matcher box = BOX.matcher(row.group(3));
            while (box.find()) {
                named = true;
                if (!isBoxProgram(box.group(1))) {
                    missing.add(box.group());
                }
            }
            if (!named && !row.group(2).equals("left out")) {
                missing.add(line);
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(rows > 100, rows + " rows");
    }

    /** Names of two words, which are those of others and not of the language, stand at a test of the row. */
    @Test
    void eachNameOfAScenarioStandsAtATestThatItsRowNames() throws IOException {
        List<String> missing = new ArrayList<>();
        int names = 0;
        for (String line : lines()) {
            Matcher row = ROW.matcher(line);
            if (!row.matches() || row.group(2).equals("left out")) {
                continue;
            }
            String sources = sources(row.group(3));
            Matcher name = NAME.matcher(row.group(1));
            while (!sources.isEmpty() && name.find()) {
                names++;
                if (!sources.contains(name.group())) {
                    missing.add(name.group() + " at " + row.group(3));
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(names > 300, names + " names");
    }

    /** The sources of the tests that a cell names. */
    private static String sources(String cell) throws IOException {
        StringBuilder sources = new StringBuilder();
        Matcher test = TEST.matcher(cell);
        while (test.find()) {
            sources.append(Files.readString(root().resolve(
                            "runtime/src/test/java/dev/pollen/" + test.group(1).replace('.', '/') + ".java")));
        }
        return sources.toString();
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
    void eachTestOfEmbassySyncIsNamedOnceAndCounted() throws IOException {
        Map<String, List<String>> named = new TreeMap<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (String line : lines()) {
            Matcher row = ROW.matcher(line);
            if (!row.matches() || !row.group(1).contains(": ")) {
                continue;
            }
            String file = row.group(1).substring(0, row.group(1).indexOf(": "));
            String of = file.replaceAll(" \\(.*", "");
            if (EMBASSY_SYNC.containsKey(of)) {
                for (String test : row.group(1).substring(file.length() + 2).split(", ")) {
                    named.computeIfAbsent(of, f -> new ArrayList<>()).add(file + " " + test);
                    outcomes.merge(row.group(2), 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        named.forEach((file, tests) ->
                counts.put(file, (int) tests.stream().distinct().count()));
        assertEquals(new TreeMap<>(EMBASSY_SYNC), counts);
        String summary = outcomes.get("ported") + " are ported, " + outcomes.get("changed") + " changed, "
                + outcomes.get("left out") + " left out";
        assertTrue(String.join(" ", lines()).contains(summary), summary);
    }

    @Test
    void theCheckBites() {
        assertTrue(isBoxProgram("NoAwaits.java"));
        assertFalse(isBoxProgram("NoSuchProgram.java"));
        assertTrue(exists("conformance.TableTest", "theCheckBites"));
        assertFalse(exists("conformance.TableTest", "noSuchTest"));
        assertFalse(exists("conformance.NoSuchClass", "theCheckBites"));
    }
}
