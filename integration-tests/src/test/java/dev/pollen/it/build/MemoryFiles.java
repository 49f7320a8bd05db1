// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** What a compiler writes, in memory; what it only reads may be on disk. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, MemoryFile> files = new TreeMap<>();

    MemoryFiles(StandardJavaFileManager disk) {
        super(disk);
    }

    /**
     * Takes a source into memory.
     *
     * @param name its path below the source directory
     * @param file where its text is found
     * @return the source
     */
    JavaFileObject source(String name, Path file) {
        MemoryFile source = file("SOURCE_PATH/" + name, JavaFileObject.Kind.SOURCE);
        try {
            source.content(Files.readString(file).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return source;
    }

    /**
     * The bytes of a class.
     *
     * @param name its binary name
     * @return the bytes; null if no such class was written
     */
    byte[] classBytes(String name) {
        MemoryFile file = files.get("CLASS_OUTPUT/" + name.replace('.', '/') + ".class");
        return file == null ? null : file.content();
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return file(location.getName() + "/" + className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relative, FileObject sibling) {
        return file(path(location, packageName, relative), JavaFileObject.Kind.OTHER);
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String relative) throws IOException {
        return location.isOutputLocation()
                ? files.get(path(location, packageName, relative))
                : super.getFileForInput(location, packageName, relative);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    private static String path(Location location, String packageName, String relative) {
        String directory = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return location.getName() + "/" + directory + relative;
    }

    private MemoryFile file(String path, JavaFileObject.Kind kind) {
        return files.computeIfAbsent(path, p -> new MemoryFile(URI.create("mem:///" + p), kind));
    }
}
