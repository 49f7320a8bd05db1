// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.log.decode.KnownFormat;
import dev.pollen.log.decode.LogDecoder;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.LogFormatsReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code log DIR-or-JAR .. [--input FILE]}: prints the lines of a stream, as it comes, with the formats that the class files of
 * an application have.
 */
final class LogCommand {
    private static final int PIECE = 4096;

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Set<String>> places = new HashMap<>();
    private final PrintStream err;

    private LogCommand(PrintStream err) {
        this.err = err;
    }

    /** Returns the exit code. */
    static int run(List<String> args, InputStream standardInput, PrintStream out, PrintStream err) {
        List<Path> classes = new ArrayList<>();
        String input = "-";
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--input") && i + 1 < args.size()) {
                i++;
                input = args.get(i);
            } else if (arg.startsWith("-")) {
                throw new UsageException("log does not understand " + arg);
            } else if (!Files.exists(Path.of(arg))) {
                throw new UsageException(
                        "log needs directories or jars with class files, and " + arg + " is not there");
            } else {
                classes.add(Path.of(arg));
            }
        }
        if (classes.isEmpty()) {
            throw new UsageException("log needs the directories or jars of the program that has written the lines");
        }
        LogCommand command = new LogCommand(err);
        try (ClassPath path = ClassPath.of(classes)) {
            path.classFiles().forEach(command::readFormats);
        }
        try (InputStream stream = input.equals("-") ? standardInput : Files.newInputStream(Path.of(input))) {
            command.decode(stream, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private void readFormats(Path file) {
        try {
            LogFormatsReader.read(Files.readAllBytes(file)).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(LogFormatsReader.Found found) {
        int id = found.text().hashCode();
        String other = texts.putIfAbsent(id, found.text());
        if (other != null && !other.equals(found.text())) {
            err.printf(
                    Locale.ROOT,
                    "the formats \"%s\" and \"%s\" have the same number, %08x: lines of both are shown as the first%n",
                    other,
                    found.text(),
                    id);
        } else if (!found.place().isEmpty()) {
            places.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(found.place());
        }
    }

    private void decode(InputStream stream, PrintStream out) throws IOException {
        Map<Integer, KnownFormat> formats = new HashMap<>();
        texts.forEach((id, text) ->
                formats.put(id, new KnownFormat(text, List.copyOf(places.getOrDefault(id, Set.of())))));
        LogDecoder decoder = new LogDecoder(formats::get, line -> out.print(line + "\n"));
        byte[] piece = new byte[PIECE];
        for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
            decoder.accept(piece, 0, count);
            out.flush();
        }
        decoder.end();
        out.flush();
    }
}
