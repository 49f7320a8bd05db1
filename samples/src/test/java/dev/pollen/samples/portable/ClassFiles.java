// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.portable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The class files of this JVM, its own library included; nothing is loaded as a class. */
final class ClassFiles {
    private final Map<String, ClassNode> nodes = new HashMap<>();

    /** A class by its internal name. */
    ClassNode node(String name) {
        return nodes.computeIfAbsent(name, ClassFiles::read);
    }

    private static ClassNode read(String name) {
        try (InputStream file = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            if (file == null) {
                throw new IllegalStateException("there is no class " + name);
            }
            ClassNode node = new ClassNode();
            new ClassReader(file).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A method that a class declares itself; null if it declares none. */
    MethodNode declared(String owner, String signature) {
        for (MethodNode method : node(owner).methods) {
            if ((method.name + method.desc).equals(signature)) {
                return method;
            }
        }
        return null;
    }

    /** The class and all above it: superclasses first, from the class upwards, then interfaces. */
    Set<String> lineage(String name) {
        Set<String> all = new LinkedHashSet<>();
        List<String> interfaces = new ArrayList<>();
        for (String at = name; at != null; at = node(at).superName) {
            all.add(at);
            interfaces.addAll(node(at).interfaces);
        }
        for (int i = 0; i < interfaces.size(); i++) {
            if (all.add(interfaces.get(i))) {
                interfaces.addAll(node(interfaces.get(i)).interfaces);
            }
        }
        return all;
    }

    /** The class whose code a call on an object of a class runs; null if there is none. */
    String implementation(String receiver, String signature) {
        String found = null;
        for (String type : lineage(receiver)) {
            MethodNode method = declared(type, signature);
            if (method != null && (method.access & Opcodes.ACC_ABSTRACT) == 0) {
                boolean ofClass = (node(type).access & Opcodes.ACC_INTERFACE) == 0;
                if (ofClass) {
                    return type;
                }
                if (found == null || lineage(type).contains(found)) {
                    found = type;
                }
            }
        }
        return found;
    }
}
