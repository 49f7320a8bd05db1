// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.SerialLine;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SimEvent;
import dev.pollen.simboard.device.PushButton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Types lines: {@code button} presses the button, every other line goes to the serial port. */
final class Typist {
    private static final byte[] BUTTON = line("button");
    private static final long BUTTON_MILLIS = 50;
    private static final long NANOS_PER_LINE = RecordedInput.MILLIS_PER_LINE * 1_000_000;

    private final SimBoard board;
    private final SerialLine serial;
    private final PushButton button;

    Typist(DevKit kit) {
        board = kit.board();
        serial = kit.consoleLine();
        button = kit.buttonDevice();
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void type(byte[] line) {
        if (Arrays.equals(line, BUTTON)) {
            button.pressFor(BUTTON_MILLIS);
        } else {
            serial.send(line);
        }
    }

    /** Types recorded lines, each 700 ms after the one before. */
    void type(RecordedInput recorded) {
        List<byte[]> lines = recorded.lines().stream().map(Typist::line).toList();
        if (lines.isEmpty()) {
            return;
        }
        long start = board.time().now();
        SimEvent next = new SimEvent() {
            private int typed;

            @Override
            protected void happen() {
                type(lines.get(typed++));
                if (typed < lines.size()) {
                    board.time().at(this, start + (typed + 1) * NANOS_PER_LINE);
                }
            }
        };
        board.time().at(next, start + NANOS_PER_LINE);
    }

    /** Types what is read, on a thread of its own, which ends with the input or with the program. */
    void typeFrom(InputStream in) {
        Thread reader = new Thread(() -> readAll(in), "standard input");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll(InputStream in) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                byte[] line = line(text);
                board.fromOutside(() -> type(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input", e);
        }
    }
}
