// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All methods of a few libraries: their own tests say the same of them, woven or not. Minutes, so only on request. */
@Tag("long")
final class LibrariesTest {
    private static final String TESTS = ".*Test";

    /** What lang3's build opens to its tests. */
    private static final List<String> OPENED = Stream.of("lang", "lang.reflect", "util", "time", "time.chrono")
            .map(name -> "--add-opens=java.base/java." + name + "=ALL-UNNAMED")
            .toList();

    @Test
    void codec() throws Exception {
        // Its build leaves the same out.
        compare("commons-codec", ".*PerformanceTest", List.of(), 18_000);
    }

    @Test
    void collections() throws Exception {
        // Its build leaves the same out.
        compare("commons-collections4", ".*(\\$.*|\\.Abstract[^.]*|BulkTest)", List.of(), 8_000);
    }

    @Test
    void lang() throws Exception {
        // Its build leaves nested classes out, too. The rest is each date of each time zone in each locale: 45,000 of
        // one kind.
        compare(
                "commons-lang3",
                ".*(\\$.*|\\.FastDateParser.*Test|Java15BugFastDateParserTest|FastDatePrinterTimeZonesTest)",
                OPENED,
                9_000);
    }

    private static void compare(String name, String excluded, List<String> flags, int atLeast) throws Exception {
        int jdk = Runtime.version().feature();
        Path directory = Path.of("target", "proof", name + "-" + jdk).toAbsolutePath();
        Files.createDirectories(directory);
        Suite suite = Suite.of(name, TESTS, excluded, flags, directory);
        Path woven = directory.resolve(suite.library().getFileName());
        Tally tally = JarWeaving.of(suite.library(), Suite.classPath()).into(woven);
        tally.write(directory.resolve("methods.txt"));
        Results asItIs = suite.run("as-it-is", suite.library());
        Results results = suite.run("woven", woven);
        List<String> differences = asItIs.differences(results);
        System.out.println(suite.library().getFileName() + " on JDK " + jdk + ": " + tally + "  tests as it is "
                + asItIs.counts() + ", woven " + results.counts() + ", different " + differences.size());
        assertEquals(List.of(), tally.defects());
        assertTrue(asItIs.counts().getOrDefault("successful", 0L) >= atLeast, () -> "too few: " + asItIs.counts());
        assertEquals(List.of(), differences);
    }
}
