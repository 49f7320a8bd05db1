// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.FutureNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class file that declares async methods.
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
     * @return what it declares; empty if it has no async method
     */
    public static Optional<AsyncOwner> read(byte[] bytes) {
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
        return async ? Optional.of(new AsyncOwner(node.name, futures)) : Optional.empty();
    }
}
