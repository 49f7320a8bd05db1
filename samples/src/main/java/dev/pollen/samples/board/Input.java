// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.Pollen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where lines go that come in: the line {@code button} presses the button, every other line goes to the UART. */
final class Input {
    private static final byte[] BUTTON = "button".getBytes(StandardCharsets.UTF_8);

    private final Uart uart;
    private final Button button;

    Input(Uart uart, Button button) {
        this.uart = uart;
        this.button = button;
    }

    Uart uart() {
        return uart;
    }

    /** Takes a line if it is for the button. */
    boolean press(byte[] line) {
        if (Arrays.equals(line, BUTTON)) {
            button.press();
            return true;
        }
        return false;
    }

    /** Reads lines on a thread of their own, which ends with the input or with the program. */
    void readFrom(InputStream in) {
        Thread reader = new Thread(() -> readAll(in), "standard input");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll(InputStream in) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                if (!press(bytes)) {
                    // This thread may block: it is no executor's.
                    Pollen.blockOn(uart.wire().send(bytes));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input", e);
        }
    }
}
