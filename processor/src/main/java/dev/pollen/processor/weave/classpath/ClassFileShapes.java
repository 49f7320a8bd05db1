// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.ClassFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** The shapes of the classes on a path, each read once. */
public final class ClassFileShapes {
    private final ClassFinder path;
    private final Map<String, Optional<ClassShape>> known = new HashMap<>();

    /**
     * Makes an empty cache.
     *
     * @param path where classes are found
     */
    public ClassFileShapes(ClassFinder path) {
        this.path = path;
    }

    /**
     * Looks a class up.
     *
     * @param internalName its internal name
     * @return its shape; null if it is not found
     */
    public @Nullable ClassShape shape(String internalName) {
        return known.computeIfAbsent(internalName, this::read).orElse(null);
    }

    /**
     * The objects that a slot is made with, as far as its class file tells: its final fields whose type is a class of the
     * same package, and which there can be objects of, or a slot of the runtime, as a timer.
     *
     * @param internalName a class that a frame keeps for a placed future
     * @return internal names of the fields' classes; empty if it is not found
     */
    public List<String> parts(String internalName) {
        ClassNode node = node(internalName);
        if (node == null) {
            return List.of();
        }
        String inPackage = internalName.substring(0, internalName.lastIndexOf('/') + 1);
        return node.fields.stream()
                .filter(field -> (field.access & Opcodes.ACC_STATIC) == 0 && (field.access & Opcodes.ACC_FINAL) != 0)
                .map(field -> Type.getType(field.desc))
                .filter(type -> type.getSort() == Type.OBJECT)
                .map(Type::getInternalName)
                .filter(name -> {
                    boolean near = name.startsWith(inPackage) && name.indexOf('/', inPackage.length()) < 0;
                    ClassNode part = node(name);
                    return part != null && (part.access & Opcodes.ACC_ABSTRACT) == 0 && (near || isSlot(part));
                })
                .toList();
    }

    private static boolean isSlot(ClassNode part) {
        return part.name.startsWith("dev/pollen/")
                && part.interfaces.stream().anyMatch(name -> ResultKind.of(Names.FUTURE, name) != null);
    }

    private @Nullable ClassNode node(String internalName) {
        byte[] bytes = path.find(internalName);
        if (bytes == null) {
            return null;
        }
        ClassNode node = ClassFile.of(bytes).node(ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return node;
    }

    private Optional<ClassShape> read(String internalName) {
        ClassNode node = node(internalName);
        if (node == null) {
            return Optional.empty();
        }
        List<String> fields = node.fields.stream()
                .filter(field -> (field.access & Opcodes.ACC_STATIC) == 0)
                .map(field -> field.desc)
                .toList();
        boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
        return Optional.of(new ClassShape(
                node.name,
                node.superName,
                node.interfaces,
                isInterface,
                (node.access & Opcodes.ACC_PUBLIC) != 0,
                fields));
    }
}
