// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs as the blocking reference compiles them. All runs as it is written but for the bodies of generators: those
 * begin when a value is asked for, so each becomes a lambda that the reference runs on a thread of its own.
 *
 * <pre>
 *   @Async
 *   static AsyncStream.OfInt ints() { emit(1); return AsyncStream.OfInt.end(); }
 *   static AsyncStream.OfInt ints() { return Coroutine.ints(() -&gt; { emit(1); return AsyncStream.OfInt.end(); }); }
 * </pre>
 */
final class BlockingSources {
    /** A method with the mark and its parameters; programs have no parentheses in those, and no braces in texts. */
    private static final Pattern GENERATOR = Pattern.compile("@Async(?:\\([^()]*\\))?\\s[^;{}]*?"
            + "AsyncStream(<[^;{}()]*>|\\.Of\\w+) \\w+\\([^()]*(\\([^()]*\\)[^()]*)*\\) \\{");

    private static final Map<String, String> FACTORIES =
            Map.of(".OfInt", "ints", ".OfLong", "longs", ".OfDouble", "doubles");

    private BlockingSources() {}

    /** Copies the sources that have generators and a reference at all. */
    static List<Path> of(List<Path> sources, Path directory) {
        try {
            Files.createDirectories(directory);
            List<Path> copies = new ArrayList<>();
            for (Path source : sources) {
                String text = Files.readString(source);
                String wrapped = text.contains("\n// woven only") ? text : wrapped(text);
                copies.add(
                        wrapped.equals(text)
                                ? source
                                : Files.writeString(directory.resolve(source.getFileName()), wrapped));
            }
            return copies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String wrapped(String text) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        Matcher generator = GENERATOR.matcher(text);
        while (generator.find()) {
            int end = closing(text, generator.end());
            String factory = FACTORIES.getOrDefault(generator.group(1), "objects");
            result.append(text, copied, generator.end())
                    .append(" return dev.pollen.Coroutine.")
                    .append(factory)
                    .append("(() -> {")
                    .append(text, generator.end(), end)
                    .append("});");
            copied = end;
        }
        return result.append(text, copied, text.length()).toString();
    }

    private static int closing(String text, int from) {
        int depth = 1;
        int at = from;
        while (true) {
            char c = text.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
            at++;
        }
    }
}
