// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A run of the demo in this process.
 *
 * @param exitCode what it would exit with
 * @param output what it printed
 * @param errors what it printed to the standard error
 */
record DemoRun(int exitCode, String output, String errors) {
    /** Runs it with this standard input and these arguments. */
    @SuppressWarnings("try")
    static DemoRun of(String input, String... args) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exitCode;
        try (StandardStreams streams = new StandardStreams(input, output, errors)) {
            exitCode = Demo.run(args);
        }
        return new DemoRun(exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    /** What it printed, if nothing went wrong. */
    String checked() {
        assertEquals("", errors);
        assertEquals(0, exitCode);
        return output;
    }
}
