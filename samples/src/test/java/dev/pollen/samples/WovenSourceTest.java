// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the report shows of woven classes as Java is what is stored, on each JDK. {@code -Dpollen.goldens=write} writes what is
 * expected anew.
 */
class WovenSourceTest {
    private static final Path EXPECTED = Path.of("src/test/resources/woven");

    @ParameterizedTest
    @ValueSource(strings = {"Sample01Firmware", "Sample12Channel", "Sample13Signal", "AsyncSampler"})
    void isWhatIsStored(String sample) throws IOException {
        Path stored = EXPECTED.resolve(sample + ".txt");
        List<String> printed = ReportRun.of(Path.of("target/classes"), "--source", "--only", sample + ".");
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.createDirectories(EXPECTED);
            Files.write(stored, printed);
        }
        assertTrue(
                printed.stream().anyMatch(line -> line.contains("// state 1, line ")),
                () -> String.join("\n", printed));
        assertEquals(String.join("\n", Files.readAllLines(stored)), String.join("\n", printed));
    }
}
