// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Directories and jars that hold class files, and after them the JDK that this code runs on. */
public final class ClassPath implements ClassFinder, AutoCloseable {
    private final List<Path> roots = new ArrayList<>();
    private final List<FileSystem> jars = new ArrayList<>();

    private ClassPath() {}

    /**
     * Opens a path.
     *
     * @param entries directories and jars; what does not exist is left out, as the JVM does
     * @return the path, which the caller closes
     * @throws UncheckedIOException if a jar cannot be read
     */
    public static ClassPath of(List<Path> entries) {
        ClassPath path = new ClassPath();
        try {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    path.roots.add(entry);
                } else if (Files.exists(entry)) {
                    FileSystem jar = FileSystems.newFileSystem(entry);
                    path.jars.add(jar);
                    path.roots.add(jar.getPath("/"));
                }
            }
        } catch (IOException e) {
            path.close();
            throw new UncheckedIOException(e);
        }
        return path;
    }

    @Override
    public byte @Nullable [] find(String internalName) {
        String name = internalName + ".class";
        try {
            for (Path root : roots) {
                Path file = root.resolve(name);
                if (Files.isRegularFile(file)) {
                    return Files.readAllBytes(file);
                }
            }
            try (InputStream jdk = ClassLoader.getPlatformClassLoader().getResourceAsStream(name)) {
                return jdk == null ? null : jdk.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> resources(String name) {
        List<String> texts = new ArrayList<>();
        try {
            for (Path root : roots) {
                Path file = root.resolve(name);
                if (Files.isRegularFile(file)) {
                    texts.add(Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /**
     * The class files of all directories and jars of the path, without those of the JDK.
     *
     * @return them, entry by entry
     * @throws UncheckedIOException if one cannot be read
     */
    public List<Path> classFiles() {
        return roots.stream().flatMap(root -> classFiles(root).stream()).toList();
    }

    /**
     * The class files below a directory.
     *
     * @param root a directory
     * @return them in the order of their names
     * @throws UncheckedIOException if the directory cannot be read
     */
    public static List<Path> classFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (FileSystem jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
