// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

import dev.pollen.time.Clock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Prints one line for each event, with the time since the first: {@code [   500 ms] led off}.
 *
 * <p>A line is put together in a buffer made once; nothing is allocated. It belongs to one thread. What does not fit
 * into the buffer is cut off.
 */
public final class EventLog {
    private static final int TIME_WIDTH = 6;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final OutputStream out;
    private final Clock clock;
    private long start = -1;
    private final byte[] line = new byte[256];
    private int length;

    /**
     * Makes a log that counts time from its first event.
     *
     * @param out where the lines go; given the whole line at once and flushed
     * @param clock what tells the time
     */
    public EventLog(OutputStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * Prints an event.
     *
     * @param text what happened, in ASCII
     */
    public void event(String text) {
        begin();
        add(text);
        end();
    }

    /**
     * Prints an event with bytes as they came.
     *
     * @param text what happened, in ASCII
     * @param bytes what stands behind it
     */
    public void event(String text, byte[] bytes) {
        begin();
        add(text);
        for (byte b : bytes) {
            add(b);
        }
        end();
    }

    /**
     * Prints an event with a number.
     *
     * @param text what happened, in ASCII
     * @param number what stands behind it, at least 0
     */
    public void event(String text, int number) {
        begin();
        add(text);
        add(number, 1);
        end();
    }

    private void begin() {
        long now = clock.now();
        if (start < 0) {
            start = now;
        }
        length = 0;
        add("[");
        add((now - start) / NANOS_PER_MILLI, TIME_WIDTH);
        add(" ms] ");
    }

    private void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add((byte) text.charAt(i));
        }
    }

    private void add(long number, int width) {
        long divisor = 1;
        int digits = 1;
        while (number / divisor >= 10) {
            divisor *= 10;
            digits++;
        }
        for (int i = digits; i < width; i++) {
            add((byte) ' ');
        }
        for (; divisor > 0; divisor /= 10) {
            add((byte) ('0' + number / divisor % 10));
        }
    }

    private void add(byte b) {
        if (length < line.length - 1) {
            line[length++] = b;
        }
    }

    private void end() {
        line[length++] = '\n';
        try {
            out.write(line, 0, length);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
