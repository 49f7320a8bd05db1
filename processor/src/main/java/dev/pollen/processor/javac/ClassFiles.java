// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The class files of an owner and its Future classes. They are written with {@code java.nio}, of which the compiler
 * takes no note: a {@code Filer} creates a file once, warns of a second time, and lets Gradle compile everything anew.
 * What has no path, as in a compiler in memory, goes through the {@code Filer} all the same.
 */
final class ClassFiles {
    private final Filer filer;
    private final PendingOwner owner;
    private final String packageName;
    private final @Nullable Path ownerPath;

    ClassFiles(Filer filer, PendingOwner owner) throws IOException {
        this.filer = filer;
        this.owner = owner;
        this.packageName = packageName(filer, owner);
        this.ownerPath = path(owner.binaryName());
    }

    /** A {@code Filer} wants the module beside the package where several modules are compiled, and only there. */
    private static String packageName(Filer filer, PendingOwner owner) throws IOException {
        if (owner.moduleName().isEmpty()) {
            return owner.packageName();
        }
        String withModule = owner.moduleName() + "/" + owner.packageName();
        try {
            filer.getResource(StandardLocation.CLASS_OUTPUT, withModule, fileName(owner.binaryName()));
            return withModule;
        } catch (FilerException oneModule) {
            return owner.packageName();
        }
    }

    /**
     * Reads a class file. Everything is read before anything is written: a {@code Filer} opens no file after that.
     *
     * @param name a binary name of the owner's package
     * @return the bytes
     * @throws IOException if the file cannot be read
     */
    byte[] read(String name) throws IOException {
        Path path = path(name);
        if (path != null) {
            return Files.readAllBytes(path);
        }
        try (InputStream in = output(name).openInputStream()) {
            return in.readAllBytes();
        }
    }

    /**
     * Writes a class file.
     *
     * @param name a binary name of the owner's package
     * @param bytes the bytes
     * @throws IOException if the file cannot be written
     */
    void write(String name, byte[] bytes) throws IOException {
        Path path = path(name);
        if (path != null) {
            Files.write(path, bytes);
            return;
        }
        FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, packageName, fileName(name));
        try (OutputStream out = file.openOutputStream()) {
            out.write(bytes);
        }
    }

    /**
     * Reads a class file that may not be there.
     *
     * @param name a binary name of the owner's package
     * @return the bytes; null if there is none, or if it is not known: a compiler in memory starts with nothing
     */
    byte @Nullable [] find(String name) {
        try {
            // A compiler in memory would take the question for an order to make the file.
            Path path = ownerPath == null ? null : ownerPath.resolveSibling(fileName(name));
            return path != null && Files.exists(path) ? Files.readAllBytes(path) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes a class file that {@link #find} has found.
     *
     * @param name a binary name of the owner's package
     * @throws IOException if the file cannot be deleted
     */
    void delete(String name) throws IOException {
        Path path = path(name);
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }

    private @Nullable Path path(String name) throws IOException {
        FileObject output = output(name);
        if (!"file".equals(output.toUri().getScheme())) {
            return null;
        }
        Path path = Path.of(output.toUri());
        Path directory = owner.sourceDirectory(name);
        if (directory == null) {
            return ownerPath == null ? path : ownerPath.resolveSibling(fileName(name));
        }
        Path besideSource = directory.resolve(fileName(name));
        return isNewer(besideSource, path) ? besideSource : path;
    }

    /** Without {@code -d} javac writes class files beside their sources, and the {@code Filer} looks elsewhere. */
    private static boolean isNewer(Path besideSource, Path path) throws IOException {
        return Files.exists(besideSource)
                && (!Files.exists(path)
                        || Files.getLastModifiedTime(besideSource).compareTo(Files.getLastModifiedTime(path)) > 0);
    }

    private FileObject output(String name) throws IOException {
        return filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, fileName(name));
    }

    private static String fileName(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1) + ".class";
    }
}
