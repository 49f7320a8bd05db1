// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * The programs of {@code box} that this JDK knows, woven with debug information: compiled once for all tests of a JVM, and
 * written for each into a directory of its own.
 */
final class WovenBox {
    private static Map<String, byte[]> compiled;
    private static List<String> warnings;

    private WovenBox() {}

    /** The sources. */
    static List<Path> sources() {
        List<Path> sources = new ArrayList<>(Program.sources(Runtime.version().feature(), true));
        sources.addAll(Build.sources("box/support"));
        return sources;
    }

    /** The class files, by their paths. */
    static synchronized Map<String, byte[]> classes() {
        if (compiled == null) {
            Path directory = temporary();
            Build build = new Build(directory).woven().options("-g");
            warnings = new ArrayList<>();
            for (Diagnostic<?> said : build.diagnose(sources())) {
                if (said.getKind() == Diagnostic.Kind.ERROR) {
                    throw new AssertionError(said.toString());
                } else if (said.getKind() == Diagnostic.Kind.WARNING) {
                    warnings.add(said.toString());
                }
            }
            if (!build.succeeded()) {
                throw new AssertionError("javac failed");
            }
            compiled = read(directory);
            delete(directory);
        }
        return compiled;
    }

    /** What javac has warned of. */
    static List<String> warnings() {
        classes();
        return warnings;
    }

    /** Writes the class files into a directory. */
    static Build in(Path directory) {
        write(classes(), directory);
        return new Build(directory);
    }

    /** The class files below a directory, by their paths. */
    static Map<String, byte[]> read(Path directory) {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                read.put(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Writes class files below a directory. */
    static void write(Map<String, byte[]> classes, Path directory) {
        try {
            for (Map.Entry<String, byte[]> file : classes.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("box");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
