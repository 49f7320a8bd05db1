// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of {@code docs/models.md} is what is measured here, on JDK 17; {@code -Dpollen.goldens=write} puts it there. What
 * does not depend on the JDK holds on each.
 */
class ComparisonTest {
    private static final Path DOCUMENT = Path.of("../docs/models.md");
    private static final String HEAD = """
            | model | lines | of drivers | bytes per instance | threads | bytes per cycle | steps per cycle | time to stop | steps to stop |
            |---|---|---|---|---|---|---|---|---|
            """;

    private static final Map<Models, Measured> MEASURED = new EnumMap<>(Models.class);

    @BeforeAll
    static void measure() {
        for (Models models : Models.values()) {
            MEASURED.put(models, Measured.of(models));
        }
    }

    @Test
    void tableIsWhatIsMeasured() throws IOException {
        assumeTrue(Runtime.version().feature() == 17, "a thread's own object has other sizes on other JDKs");
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf(HEAD);
        assertTrue(start >= 0, "the document has the head of the table");
        int end = document.indexOf("\n\n", start) + 1;
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.writeString(DOCUMENT, document.substring(0, start) + table() + document.substring(end));
        } else {
            assertEquals(table(), document.substring(start, end));
        }
    }

    @Test
    void onlyQueuedItemsAllocate() {
        MEASURED.forEach((models, measured) -> {
            boolean queues = models == Models.WORKQUEUE || models == Models.EVENTS;
            assertEquals(queues, measured.cycleBytes() > 0, () -> models + ": " + measured);
        });
    }

    @Test
    void compiledAsyncHasTheShortestScenarioAndFewestSteps() {
        Measured async = MEASURED.get(Models.ASYNC);
        MEASURED.forEach((models, measured) -> {
            assertTrue(async.scenarioLines() <= measured.scenarioLines(), () -> models + ": " + measured);
            assertTrue(async.cycleSteps() <= measured.cycleSteps(), () -> models + ": " + measured);
        });
    }

    @Test
    void allStopInNoTime() {
        MEASURED.forEach((models, measured) -> {
            assertEquals(0, measured.stopMicros(), models::title);
            assertTrue(measured.stopSteps() <= 6, () -> models + ": " + measured);
        });
    }

    @Test
    void onlyBlockingTakesThreads() {
        MEASURED.forEach((models, measured) ->
                assertEquals(models == Models.THREADS ? 3 : 0, measured.threads(), models::title));
    }

    @Test
    void linesOfCodeAreCounted(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("A.java");
        Files.writeString(file, """
                // SPDX
                package a;

                import b.C;

                /**
                 * A comment.
                 */
                class A {
                    int a; // counts

                    /* does not */
                }
                """);
        assertEquals(3, Measured.codeLines(file));
    }

    private static String table() {
        StringBuilder table = new StringBuilder(HEAD);
        MEASURED.forEach((models, m) -> table.append("| %s | %d | %d | %d | %d | %d | %d | %d µs | %d |\n"
                .formatted(
                        models.title(),
                        m.scenarioLines(),
                        m.driverLines(),
                        m.instanceBytes(),
                        m.threads(),
                        m.cycleBytes(),
                        m.cycleSteps(),
                        m.stopMicros(),
                        m.stopSteps())));
        return table.toString();
    }
}
