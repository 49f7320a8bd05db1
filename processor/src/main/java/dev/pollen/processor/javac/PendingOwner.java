// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** A class with async code that waits for class files: its own and those of its Future classes. */
final class PendingOwner {
    private final String binaryName;
    private final String moduleName;
    private final String packageName;
    private final Set<String> futures = new LinkedHashSet<>();
    private final Map<String, Path> generated = new HashMap<>();

    /**
     * Makes an owner without Future classes.
     *
     * @param binaryName its binary name, with dots
     * @param moduleName its module; empty for an unnamed one
     * @param packageName its package; empty for the unnamed one
     */
    PendingOwner(String binaryName, String moduleName, String packageName) {
        this.binaryName = binaryName;
        this.moduleName = moduleName;
        this.packageName = packageName;
    }

    /** An owner without Future classes. */
    static PendingOwner of(TypeElement type, Elements elements) {
        ModuleElement module = elements.getModuleOf(type);
        return new PendingOwner(
                elements.getBinaryName(type).toString(),
                module == null ? "" : module.getQualifiedName().toString(),
                elements.getPackageOf(type).getQualifiedName().toString());
    }

    String binaryName() {
        return binaryName;
    }

    String internalName() {
        return binaryName.replace('.', '/');
    }

    String moduleName() {
        return moduleName;
    }

    String packageName() {
        return packageName;
    }

    void await(String future) {
        futures.add(future);
    }

    /** Takes note of a class file of the owner or of one of its Future classes. */
    void generated(String name, @Nullable JavaFileObject source) {
        generated.put(name, directory(source));
    }

    private static Path directory(@Nullable JavaFileObject source) {
        boolean file = source != null && "file".equals(source.toUri().getScheme());
        Path parent = file ? Path.of(source.toUri()).getParent() : null;
        return parent == null ? Path.of("") : parent;
    }

    boolean isGenerated() {
        return generated.containsKey(binaryName);
    }

    boolean isComplete() {
        return isGenerated() && generated.keySet().containsAll(futures);
    }

    /** The Future classes whose class files are there. */
    Set<String> generatedFutures() {
        Set<String> there = new LinkedHashSet<>(futures);
        there.retainAll(generated.keySet());
        return there;
    }

    /**
     * The directory of a class's source, which its class file is written to where javac has no {@code -d}; null for a
     * class that javac has not generated.
     */
    @Nullable
    Path sourceDirectory(String name) {
        return generated.get(name);
    }
}
