// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.ClassMarks;
import dev.pollen.processor.weave.analysis.FutureNaming;
import dev.pollen.processor.weave.analysis.Inheritance;
import dev.pollen.processor.weave.analysis.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class file that is to be woven: it declares or inherits async methods, calls {@code await} or {@code async}, or logs.
 *
 * @param name its internal name
 * @param futures internal names of the Future classes of its async methods that have a source
 */
public record AsyncOwner(String name, List<String> futures) {
    private static final int METHOD_REFERENCE = 10;
    private static final int NAME_AND_TYPE = 12;

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

    /**
     * Whether a class is woven.
     *
     * @param bytes any class file
     * @return true if it has the weaver's mark
     */
    public static boolean isWoven(byte[] bytes) {
        ClassNode node = ClassFile.of(bytes).node(ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return ClassMarks.find(node.invisibleAnnotations, Names.WOVEN).isPresent();
    }

    /**
     * Whether a class calls something that gives or takes a type of the runtime: then it may lose a future, though there is
     * nothing to weave in it.
     *
     * @param bytes any class file
     * @return whether its constant pool says so
     */
    public static boolean mentionsFutures(byte[] bytes) {
        ClassReader reader = ClassFile.of(bytes).reader();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item != 0
                    && reader.readByte(item - 1) == NAME_AND_TYPE
                    && reader.readUTF8(item + 2, buffer).contains("Ldev/pollen/")) {
                return true;
            }
        }
        return false;
    }

    private static boolean callsPollen(ClassReader reader) {
        return calls(
                reader,
                (owner, name) -> LogLine.isLog(owner, name)
                        || owner.equals(Names.POLLEN) && (name.equals("await") || name.startsWith("async")));
    }

    /** The constant pool names what is called, so no code has to be read. */
    static boolean calls(ClassReader reader, BiPredicate<String, String> isCall) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0 || reader.readByte(item - 1) != METHOD_REFERENCE) {
                continue; // the second half of a long has no item
            }
            String name = reader.readUTF8(reader.getItem(reader.readUnsignedShort(item + 2)), buffer);
            if (isCall.test(reader.readClass(item, buffer), name)) {
                return true;
            }
        }
        return false;
    }
}
