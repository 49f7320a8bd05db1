// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log.console;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.executor.Spawner;
import dev.pollen.log.FormatTable;
import dev.pollen.log.Log;
import dev.pollen.log.LogDrain;
import dev.pollen.log.LogSink;
import dev.pollen.log.Logger;
import dev.pollen.log.decode.KnownFormat;
import dev.pollen.log.decode.LogDecoder;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints lines as text, in the program itself. The texts of formats are kept from the start on: of lines that were written
 * before, those are known whose formats are used again.
 *
 * <p><b>Threading.</b> It prints on the executor's thread, where a slow console takes its time.
 *
 * <p><b>Allocation.</b> Text is made on the heap, where it is printed; writing a line allocates nothing but the first
 * of each format.
 */
public final class LogConsole implements LogSink {
    private static final Printed PRINTED = new Printed();

    private final LogDecoder decoder;
    private final PrintStream out;

    private LogConsole(FormatTable formats, PrintStream out) {
        this.out = out;
        this.decoder = new LogDecoder(id -> known(formats, id), out::println);
    }

    /**
     * Prints the lines of {@link Log} to the standard output, in the background, until all other tasks have ended.
     *
     * @param spawner where the task runs
     */
    public static void start(Spawner spawner) {
        start(spawner, Log.logger(), System.out);
    }

    /**
     * Prints the lines of a logger, in the background, until all other tasks have ended.
     *
     * @param spawner where the task runs
     * @param logger the logger, which nobody else reads
     * @param out where to
     */
    public static void start(Spawner spawner, Logger logger, PrintStream out) {
        LogDrain.start(spawner, logger, new LogConsole(logger.keepFormats(), out));
    }

    private static @Nullable KnownFormat known(FormatTable formats, int id) {
        String text = formats.text(id);
        return text == null ? null : new KnownFormat(text, List.of());
    }

    @Override
    public Future<Void> write(byte[] bytes, int from, int count) {
        writeLast(bytes, from, count);
        return PRINTED;
    }

    @Override
    public void writeLast(byte[] bytes, int from, int count) {
        decoder.accept(bytes, from, count);
        out.flush();
    }

    /** A write that was done when it was asked for; it has no state, so one is enough. */
    private static final class Printed implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            return Poll.READY;
        }

        @Override
        public @Nullable Void get() {
            return null;
        }

        @Override
        public void cancel() {
            // Nothing is under way.
        }
    }
}
