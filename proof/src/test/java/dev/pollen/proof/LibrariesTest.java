// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All methods of a few libraries: their own tests say the same of them, woven or not. Minutes, so only on request. */
@Tag("long")
final class LibrariesTest {
    /** What the builds of these libraries leave out of their own tests, too. */
    private static final String NO_TESTS = ".*(\\$.*|PerformanceTest|\\.Abstract[^.]*|BulkTest)";

    @ParameterizedTest
    @CsvSource({"commons-codec, 18000", "commons-collections4, 11000"})
    void theTestsOfALibrarySayTheSameOfItWoven(String name, int atLeast) throws Exception {
        Path directory = Path.of(
                        "target", "proof", name + "-" + Runtime.version().feature())
                .toAbsolutePath();
        Files.createDirectories(directory);
        Suite suite = Suite.of(name, ".*Test", NO_TESTS, directory);
        Path woven = directory.resolve(suite.library().getFileName());
        Tally tally = JarWeaving.of(suite.library(), Suite.classPath()).into(woven);
        tally.write(directory.resolve("methods.txt"));
        Results asItIs = suite.run("as-it-is", suite.library());
        Results results = suite.run("woven", woven);
        List<String> differences = asItIs.differences(results);
        System.out.println(suite.library().getFileName() + " on JDK "
                + Runtime.version().feature() + ": " + tally + "  tests as it is " + asItIs.counts() + ", woven "
                + results.counts() + ", different " + differences.size());
        assertEquals(List.of(), tally.defects());
        assertTrue(asItIs.counts().getOrDefault("successful", 0L) >= atLeast, () -> "too few: " + asItIs.counts());
        assertEquals(List.of(), differences);
    }
}
