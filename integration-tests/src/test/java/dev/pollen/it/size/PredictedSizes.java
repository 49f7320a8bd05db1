// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.openjdk.jol.info.ClassLayout;

/** What {@code @FrameInfo} says in class files. It is read with javap, which shares no code with the product. */
public final class PredictedSizes {
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:\\w+ )*class (\\S+)");
    private static final Pattern BYTES = Pattern.compile("(?s)FrameInfo\\(.*?bytes=(\\d+)");

    private PredictedSizes() {}

    /**
     * Reads the classes of a directory.
     *
     * @param directory where they are, or directories with them
     * @return bytes by class name; only classes that have a prediction
     */
    public static Map<String, Integer> read(Path directory) {
        Map<String, Integer> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> classes =
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList();
            for (String text : javap(classes).split("(?m)^Classfile ")) {
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

    /**
     * What objects of the classes take in this JVM.
     *
     * @param names their binary names
     * @param loader where they are; closed afterwards
     * @return bytes by class name
     */
    static Map<String, Integer> measure(Set<String> names, URLClassLoader loader) {
        Map<String, Integer> sizes = new TreeMap<>();
        try (loader) {
            for (String name : names) {
                Class<?> frame = Class.forName(name, false, loader);
                sizes.put(name, (int) ClassLayout.parseClass(frame).instanceSize());
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return sizes;
    }

    private static String javap(List<Path> files) {
        StringWriter text = new StringWriter();
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        List<String> arguments = new ArrayList<>(List.of("-v", "-p"));
        files.forEach(file -> arguments.add(file.toString()));
        int exit = javap.run(new PrintWriter(text), new PrintWriter(text), arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new AssertionError(text.toString());
        }
        return text.toString();
    }
}
