// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The README shows what is there: its code is the first sample, its output a stored transcript. {@code
 * -Dpollen.goldens=write} puts them there.
 */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Path SAMPLES = Path.of("src/main/java/dev/pollen/samples");

    @Test
    void codeIsTheFirstSample() throws IOException {
        String source = Files.readString(SAMPLES.resolve("Sample01Firmware.java"));
        check("```java\n", source.substring(source.indexOf("public final class")));
    }

    @Test
    void outputIsTheStoredTranscript() throws IOException {
        check("```text\n", Files.readString(Path.of("transcripts/firmware-virtual.txt")));
    }

    @Test
    void noSampleIsLongerThanAPage() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> samples = files.filter(
                            file -> file.getFileName().toString().matches("Sample\\d\\d.*"))
                    .toList();
            assertTrue(samples.size() > 0);
            for (Path sample : samples) {
                int lines = Files.readAllLines(sample).size();
                assertTrue(lines <= 80, sample + " has " + lines + " lines");
            }
        }
    }

    private static void check(String opening, String expected) throws IOException {
        String readme = Files.readString(README);
        int start = readme.indexOf(opening) + opening.length();
        int end = readme.indexOf("```", start);
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.writeString(README, readme.substring(0, start) + expected + readme.substring(end));
        } else {
            assertEquals(expected, readme.substring(start, end));
        }
    }
}
