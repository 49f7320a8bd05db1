// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.FutureNaming;
import dev.pollen.processor.weave.analysis.Inheritance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class file that declares or inherits async methods.
 *
 * @param name its internal name
 * @param futures internal names of the Future classes of its async methods
 */
public record AsyncOwner(String name, List<String> futures) {
    /** Copies the list. */
    public AsyncOwner {
        futures = List.copyOf(futures);
    }

    /**
     * Reads a class file.
     *
     * @param bytes any class file
     * @param library where the classes above it are looked up
     * @return what it declares; empty if it has no async method and overrides none
     */
    public static Optional<AsyncOwner> read(byte[] bytes, Library library) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        FutureNaming naming = new FutureNaming(node);
        List<String> futures = new ArrayList<>();
        boolean async = false;
        for (MethodNode method : node.methods) {
            if (AsyncTargets.isAsync(method)) {
                async = true;
                if (naming.simpleNames() != null) {
                    futures.add(naming.futureName(method));
                }
            }
        }
        return async || Inheritance.of(node, library).isThere()
                ? Optional.of(new AsyncOwner(node.name, futures))
                : Optional.empty();
    }
}
