// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** What {@code @FrameInfo} says in class files. It is read with javap, which shares no code with the product. */
final class PredictedSizes {
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:\\w+ )*class (\\S+)");
    private static final Pattern BYTES = Pattern.compile("FrameInfo\\(\\s(?:.*\\s)*?\\s*bytes=(\\d+)");

    private PredictedSizes() {}

    /**
     * Reads the classes of a directory.
     *
     * @param directory where they are, without directories below
     * @return bytes by class name; only classes that have a prediction
     */
    static Map<String, Integer> read(Path directory) {
        Map<String, Integer> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String text = javap(file);
                Matcher name = CLASS.matcher(text);
                Matcher bytes = BYTES.matcher(text);
                if (name.find() && bytes.find()) {
                    sizes.put(name.group(1), Integer.valueOf(bytes.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sizes;
    }

    private static String javap(Path file) {
        StringWriter text = new StringWriter();
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        int exit = javap.run(new PrintWriter(text), new PrintWriter(text), "-v", "-p", file.toString());
        if (exit != 0) {
            throw new AssertionError(text.toString());
        }
        return text.toString();
    }
}
