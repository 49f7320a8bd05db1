// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A user's project: a copy of one of {@code src/test/resources/projects} that a build may change. */
public final class Project {
    private final Path directory;

    private Project(Path directory) {
        this.directory = directory;
    }

    /**
     * Copies a project. Its files look an hour old, so that a build sees what a test changes later.
     *
     * @param name its directory
     * @param to where to
     * @return the copy
     */
    public static Project copy(String name, Path to) {
        Path from = resource("/projects/" + name);
        Path directory = to.resolve(name);
        FileTime old = FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                Files.setLastModifiedTime(target, old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Project(directory);
    }

    /**
     * Finds a resource of the tests.
     *
     * @param name its name, absolute
     * @return its file or directory
     */
    static Path resource(String name) {
        URL url = Objects.requireNonNull(Project.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A file or directory in the project.
     *
     * @param name its path in the project
     * @return its path
     */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /**
     * Where {@link #javac} writes class files.
     *
     * @return a directory
     */
    public Path classes() {
        return file("classes");
    }

    /**
     * Replaces a text in a file by another, as somebody who edits it does.
     *
     * @param file its path in the project
     * @param before the text, which is there
     * @param after what stands there afterwards
     */
    void edit(String file, String before, String after) {
        try {
            String text = Files.readString(file(file));
            if (!text.contains(before)) {
                throw new IllegalArgumentException(before + " is not in " + file);
            }
            Files.writeString(file(file), text.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles all sources with javac in a process of its own.
     *
     * @param options its options but {@code -d}
     * @return how it ended
     */
    public Output javac(String... options) {
        List<String> arguments = new ArrayList<>(List.of("-d", classes().toString()));
        arguments.addAll(List.of(options));
        try (Stream<Path> files = Files.walk(file("src"))) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .sorted()
                    .forEach(arguments::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Jdk.javac(directory, arguments);
    }

    /**
     * Compiles all sources as the guide says: the product on the class path, the processor on its own path.
     *
     * @param more more options
     * @return how it ended
     */
    public Output javacWithProcessor(String... more) {
        List<String> options = new ArrayList<>(List.of(
                "-cp", Product.path(), "-processorpath", Product.processor().toString()));
        options.addAll(List.of(more));
        return javac(options.toArray(String[]::new));
    }

    /**
     * Runs a program in a process of its own.
     *
     * @param arguments options, class and its arguments
     * @return how it ended
     */
    public Output java(String... arguments) {
        return Jdk.java(directory, List.of(arguments));
    }

    /**
     * Runs a program from the class path.
     *
     * @param mainClass its class
     * @return how it ended
     */
    public Output run(String mainClass) {
        return java("-cp", Product.path(classes()), mainClass);
    }
}
