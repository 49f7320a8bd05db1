// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.Future;
import dev.pollen.log.FormatTable;
import dev.pollen.log.LogSink;
import dev.pollen.log.decode.KnownFormat;
import dev.pollen.log.decode.LogDecoder;
import java.io.PrintStream;
import java.util.List;

/** The other end of the log: makes a line of text of each, {@code [   500 ms] led off}. */
final class Console implements LogSink {
    private static final int TIME_WIDTH = 14;
    private static final int LEVEL_WIDTH = 5;

    private final LogDecoder decoder;
    private final PrintStream out;

    /** A console that knows the texts of the formats, and prints what comes. */
    Console(FormatTable formats, PrintStream out) {
        this.out = out;
        decoder = new LogDecoder(
                id -> {
                    String text = formats.text(id);
                    return text == null ? null : new KnownFormat(text, List.of());
                },
                this::print);
    }

    private void print(String line) {
        String time = line.substring(0, TIME_WIDTH).strip();
        if (time.isEmpty()) {
            out.print(line.strip() + "\n");
            return;
        }
        int point = time.indexOf('.');
        String level =
                line.substring(TIME_WIDTH + 1, TIME_WIDTH + 1 + LEVEL_WIDTH).strip();
        String text = line.substring(TIME_WIDTH + 1 + LEVEL_WIDTH + 1);
        long millis = Long.parseLong(time.substring(0, point)) * 1_000
                + Integer.parseInt(time.substring(point + 1, point + 4));
        out.print(String.format("[%6d ms] %s%s%n", millis, level.equals("INFO") ? "" : level + " ", text));
    }

    @Override
    public Future<Void> write(byte[] bytes, int from, int count) {
        writeLast(bytes, from, count);
        return Future.done();
    }

    @Override
    public void writeLast(byte[] bytes, int from, int count) {
        decoder.accept(bytes, from, count);
        out.flush();
    }
}
