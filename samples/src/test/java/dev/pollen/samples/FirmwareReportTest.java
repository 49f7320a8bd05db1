// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sizes that the stored transcript of the first sample begins with, and with it the README, are those that the report
 * prints of its classes. {@code -Dpollen.goldens=write} puts them there; {@code ReadmeTest} does so in the README.
 */
class FirmwareReportTest {
    private static final Path TRANSCRIPT = Path.of("transcripts/firmware-virtual.txt");
    private static final String SAMPLE = "Sample01";

    @TempDir
    Path directory;

    @Test
    void theTranscriptBeginsWithTheReport() throws IOException {
        List<String> stored = Files.readAllLines(TRANSCRIPT);
        List<String> output = stored.subList(stored.indexOf("") + 1, stored.size());
        List<String> printed = report();
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.write(
                    TRANSCRIPT,
                    Stream.of(printed, List.of(""), output)
                            .flatMap(List::stream)
                            .toList());
        }
        assertEquals(printed, Files.readAllLines(TRANSCRIPT).subList(0, stored.indexOf("")));
    }

    /** What {@code ./demo} prints first. */
    private List<String> report() throws IOException {
        Path classes = Path.of("target/classes/dev/pollen/samples");
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(SAMPLE))
                    .toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        return ReportRun.of(directory);
    }
}
