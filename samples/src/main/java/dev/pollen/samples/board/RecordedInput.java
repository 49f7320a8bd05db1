// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Input that was read to its end before anything runs.
 *
 * @param lines its lines
 */
record RecordedInput(List<String> lines) {
    /** Between two lines, and before the first. */
    static final long MILLIS_PER_LINE = 700;

    /** Without {@code --seconds} a run on the virtual clock lasts this long at least. */
    private static final long SHORTEST_RUN_MILLIS = 3_000;

    /** Reads input to its end; where other input is given, only if there is some already. */
    static RecordedInput read(InputStream in, String otherwise) {
        try {
            String text = otherwise != null && in.available() == 0
                    ? otherwise
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new RecordedInput(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("standard input", e);
        }
    }

    /** How long a run lasts that nothing else ends: until a second after the last line. */
    long millis() {
        return Math.max(SHORTEST_RUN_MILLIS, lines.size() * MILLIS_PER_LINE + 1_000);
    }
}
