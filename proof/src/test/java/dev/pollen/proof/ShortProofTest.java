// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few classes of one library, so that the long form is known to work; and that a bug in their bodies is noticed. */
final class ShortProofTest {
    private static final String CLASSES =
            "org/apache/commons/codec/(net/\\w+|language/(Metaphone|RefinedSoundex|Soundex\\w*|ColognePhonetic\\S*))";
    private static final String TESTS = "org\\.apache\\.commons\\.codec\\.(net\\.(URLCodec|QCodec|BCodec)|"
            + "language\\.(Metaphone|Soundex|RefinedSoundex|ColognePhonetic))Test";

    /** One class for each fault, whose tests must not be as they were. */
    private static final Map<Fault, String> FAULTY =
            Map.of(Fault.RESTORE, "language/Metaphone", Fault.SAVE, "language/Soundex", Fault.HANDLER, "net/URLCodec");

    @TempDir
    static Path directory;

    private static Suite suite;
    private static Results asItIs;

    @BeforeAll
    static void runAsItIs() throws Exception {
        suite = Suite.of("commons-codec", TESTS, "none", List.of(), directory);
        asItIs = suite.run("as-it-is", suite.library());
        assertTrue(asItIs.counts().getOrDefault("successful", 0L) > 100, () -> "too few: " + asItIs.counts());
    }

    @Test
    void wovenItsTestsSayTheSame() throws Exception {
        Path woven = directory.resolve("woven.jar");
        Tally tally = weaving().into(woven);
        assertEquals(List.of(), tally.defects());
        assertTrue(tally.woven() > 100 && tally.points() > 500, tally::toString);
        assertEquals(List.of(), asItIs.differences(suite.run("woven", woven)));
    }

    @Test
    void everyFaultIsNoticed() throws Exception {
        Path woven = directory.resolve("faulty.jar");
        JarWeaving weaving = weaving();
        for (Map.Entry<Fault, String> faulty : FAULTY.entrySet()) {
            weaving = weaving.with(faulty.getKey(), "org/apache/commons/codec/" + faulty.getValue());
        }
        weaving.into(woven);
        List<String> differences = asItIs.differences(suite.run("faulty", woven));
        FAULTY.forEach((fault, name) -> assertTrue(
                differences.stream().anyMatch(test -> test.contains(name.substring(name.indexOf('/') + 1) + "Test")),
                () -> fault + ": " + differences));
    }

    private static JarWeaving weaving() {
        return JarWeaving.of(suite.library(), Suite.classPath()).only(name -> name.matches(CLASSES));
    }
}
