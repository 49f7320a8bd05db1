// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.FutureNaming;
import dev.pollen.processor.weave.analysis.Inheritance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class file with async code: it declares or inherits async methods, or it calls {@code await} or {@code async}.
 *
 * @param name its internal name
 * @param futures internal names of the Future classes of its async methods that have a source
 */
public record AsyncOwner(String name, List<String> futures) {
    private static final int METHOD_REFERENCE = 10;

    /** Copies the list. */
    public AsyncOwner {
        futures = List.copyOf(futures);
    }

    /**
     * Reads a class file.
     *
     * @param bytes any class file
     * @param library where the classes above it are looked up
     * @return what it declares; empty if it has no async code and inherits none
     */
    public static Optional<AsyncOwner> read(byte[] bytes, Library library) {
        ClassFile file = ClassFile.of(bytes);
        ClassNode node = file.node(ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        FutureNaming naming = new FutureNaming(node);
        List<String> futures = new ArrayList<>();
        boolean async = callsPollen(file.reader());
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

    /** The constant pool names what is called, so no code has to be read. */
    private static boolean callsPollen(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0 || reader.readByte(item - 1) != METHOD_REFERENCE) {
                continue; // the second half of a long has no item
            }
            if (Names.POLLEN.equals(reader.readClass(item, buffer))) {
                String name = reader.readUTF8(reader.getItem(reader.readUnsignedShort(item + 2)), buffer);
                if (name.equals("await") || name.startsWith("async")) {
                    return true;
                }
            }
        }
        return false;
    }
}
