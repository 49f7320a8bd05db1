// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.device;

import dev.pollen.simboard.SerialLine;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SimEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A terminal at a serial port: what the firmware sends is shown, what is typed is sent to it.
 *
 * <p>Threading: on the executor's thread, but for {@link #typeFrom}, which may be called from any. Allocation: none for what
 * the firmware sends, where no line listener is set.
 */
public final class Terminal {
    private static final int CHUNK = 256;

    private final SimBoard board;
    private final SerialLine line;
    private @Nullable OutputStream screen;
    private @Nullable LineListener lines;
    private byte[] begun = new byte[80];
    private int length;

    /** Told of each line that the firmware has sent. */
    @FunctionalInterface
    public interface LineListener {
        /**
         * A line is complete.
         *
         * @param text the line, without its end
         * @param time when its last byte came, in nanoseconds of the executor's clock
         */
        void line(String text, long time);
    }

    /**
     * A terminal.
     *
     * @param board the board
     * @param uart the name of its serial port
     */
    public Terminal(SimBoard board, String uart) {
        this.board = board;
        line = board.serial(uart);
        line.listen(this::received);
    }

    /**
     * Shows what comes, byte by byte.
     *
     * @param out where; flushed after each line
     * @return this
     */
    public Terminal showOn(OutputStream out) {
        screen = out;
        return this;
    }

    /**
     * Tells of each line that comes.
     *
     * @param listener who is told
     * @return this
     */
    public Terminal onLine(LineListener listener) {
        lines = listener;
        return this;
    }

    /**
     * Types something, now.
     *
     * @param text what is sent, as UTF-8
     */
    public void type(String text) {
        line.send(text);
    }

    /**
     * Types something, later.
     *
     * @param millis when, in milliseconds of the executor's clock
     * @param text what is sent, as UTF-8
     */
    public void typeAt(long millis, String text) {
        SimEvent types = new SimEvent() {
            @Override
            protected void happen() {
                type(text);
            }
        };
        board.time().at(types, millis * 1_000_000);
    }

    /**
     * Types what comes from a stream, from now on: on a thread of its own, which ends with the stream or the program.
     *
     * @param in the stream, for example standard input
     */
    public void typeFrom(InputStream in) {
        Thread reader = new Thread(() -> read(in), "terminal input");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream in) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                byte[] typed = Arrays.copyOf(chunk, n);
                board.fromOutside(() -> line.send(typed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the input of a terminal", e);
        }
    }

    private void received(byte value, long time) {
        OutputStream out = screen;
        if (out != null) {
            show(out, value);
        }
        LineListener told = lines;
        if (told != null) {
            if (value == '\n') {
                told.line(new String(begun, 0, length, StandardCharsets.UTF_8), time);
                length = 0;
            } else {
                if (length == begun.length) {
                    begun = Arrays.copyOf(begun, 2 * length);
                }
                begun[length++] = value;
            }
        }
    }

    private static void show(OutputStream out, byte value) {
        try {
            out.write(value);
            if (value == '\n') {
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the output of a terminal", e);
        }
    }
}
