// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each sample of the course prints on the virtual clock, and that its description says so; for the first, see {@link
 * DemoTranscriptTest}. {@code -Dpollen.goldens=write} stores what they print.
 */
class CourseTest {
    private static final Path TRANSCRIPTS = Path.of("transcripts");
    private static final Path SAMPLES = Path.of("src/main/java/dev/pollen/samples");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FIRMWARE")
    void printsTheStoredTranscript(Course sample) throws IOException {
        String printed = DemoRun.of("", sample.title(), "--virtual").checked();
        Path transcript = TRANSCRIPTS.resolve(sample.title() + ".txt");
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.writeString(transcript, printed);
        }
        assertEquals(Files.readString(transcript), printed);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FIRMWARE")
    void itsDescriptionSaysHowToRunItAndWhatItPrints(Course sample) throws IOException {
        List<String> header = header(sample);
        assertTrue(
                String.join(" ", header).contains("./demo " + sample.title()),
                () -> "not said how to run it: " + String.join("\n", header));
        List<String> printed = Files.readAllLines(TRANSCRIPTS.resolve(sample.title() + ".txt"));
        List<String> quoted =
                header.stream().filter(line -> line.startsWith("[")).toList();
        assertFalse(quoted.isEmpty(), "nothing is said about what it prints");
        assertTrue(
                Collections.indexOfSubList(printed, quoted) >= 0,
                () -> "not printed in a row: " + String.join("\n", quoted));
    }

    /** The comment of the class, without what makes it a comment. */
    private static List<String> header(Course sample) throws IOException {
        String source = Files.readString(source(sample));
        String comment = source.substring(source.indexOf("/**"), source.indexOf("*/"));
        return comment.lines()
                .map(line -> line.strip().replaceFirst("^[*] ?", ""))
                .map(line -> line.replace("&lt;", "<").replace("&gt;", ">"))
                .toList();
    }

    private static Path source(Course sample) throws IOException {
        String end = Arrays.stream(sample.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase())
                .collect(Collectors.joining("", "", ".java"));
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.getFileName().toString().matches("Sample\\d\\d" + end))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no file of a sample " + end));
        }
    }

    @Test
    void theCourseHasAllSamplesInTheirOrder() throws IOException {
        List<String> files = new ArrayList<>();
        for (Course sample : Course.values()) {
            files.add(source(sample).getFileName().toString());
        }
        try (Stream<Path> all = Files.list(SAMPLES)) {
            assertEquals(
                    all.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("Sample"))
                            .sorted()
                            .toList(),
                    files);
        }
    }

    @Test
    void listPrintsOneNameALine() {
        List<String> names = DemoRun.of("", "list").checked().lines().toList();
        assertEquals(List.of("firmware", "blinky", "spawning"), names.subList(0, 3));
        assertTrue(names.contains("models-async"));
        assertTrue(names.stream().allMatch(name -> name.matches("[a-z0-9-]+")), names::toString);
    }

    @Test
    void anUnknownNameIsAnErrorThatListsThem() {
        DemoRun run = DemoRun.of("", "blinki");
        assertEquals(2, run.exitCode());
        assertEquals("", run.output());
        assertTrue(
                run.errors().startsWith("demo: there is no sample blinki; there are\nfirmware\nblinky\n"),
                run.errors());
    }

    @Test
    void anUnknownOptionIsAnError() {
        DemoRun run = DemoRun.of("", "blinky", "--fast");
        assertEquals(2, run.exitCode());
        assertEquals("demo: unknown option --fast; there are --seconds N and --virtual\n", run.errors());
    }

    @Test
    void whatIsTypedTakesThePlaceOfTheSamplesOwnInput() {
        assertEquals(
                "[     0 ms] UART echo started\n[   701 ms] terminal: other\n",
                DemoRun.of("other\n", "uart-echo", "--virtual").checked());
    }

    @Test
    void secondsSayWhenASampleEnds() {
        assertEquals(
                "[     0 ms] led on\n[   500 ms] led off\n",
                DemoRun.of("", "blinky", "--virtual", "--seconds", "1").checked());
    }
}
