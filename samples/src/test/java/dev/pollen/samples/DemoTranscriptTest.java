// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demo's events on the virtual clock, line by line. */
class DemoTranscriptTest {
    private static final Path TRANSCRIPT = Path.of("transcripts/firmware-virtual.txt");

    @Test
    void printsTheStoredTranscript() throws IOException {
        String stored = Files.readAllLines(TRANSCRIPT).stream()
                .filter(line -> line.startsWith("["))
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(stored, run("hello\nbutton\nbye\n", "--virtual", "--seconds", "3"));
    }

    @Test
    void isTheSameEachTime() {
        String first = run("one\nbutton\nbutton\ntwo\n", "--virtual", "--seconds", "60");
        assertEquals(first, run("one\nbutton\nbutton\ntwo\n", "--virtual", "--seconds", "60"));
        assertTrue(first.contains("[  2800 ms] uart echo: two\n"), first);
    }

    @Test
    void endOfInputDoesNotStopTheBlinking() {
        List<String> led = run("", "--virtual", "--seconds", "2")
                .lines()
                .filter(line -> line.contains("led"))
                .toList();
        assertEquals(
                List.of("[     0 ms] led on", "[   500 ms] led off", "[  1000 ms] led on", "[  1500 ms] led off"), led);
    }

    private static String run(String input, String... args) {
        return DemoRun.of(input, args).checked();
    }
}
