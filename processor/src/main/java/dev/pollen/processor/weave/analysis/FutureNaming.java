// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.FutureName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The names of the Future classes of a class file's async methods. */
public final class FutureNaming {
    private final ClassNode owner;

    /**
     * For one class.
     *
     * @param owner a class with async methods
     */
    public FutureNaming(ClassNode owner) {
        this.owner = owner;
    }

    /**
     * The simple names of the class and of the classes around it.
     *
     * @return the names, outermost first; null for a local or anonymous class
     */
    public @Nullable List<String> simpleNames() {
        List<String> names = new ArrayList<>();
        String name = owner.name;
        while (true) {
            InnerClassNode inner = entry(name);
            if (inner == null) {
                names.add(0, name.substring(name.lastIndexOf('/') + 1));
                return names;
            }
            if (inner.outerName == null) {
                return null;
            }
            names.add(0, inner.innerName);
            name = inner.outerName;
        }
    }

    private @Nullable InnerClassNode entry(String name) {
        for (InnerClassNode inner : owner.innerClasses) {
            if (inner.name.equals(name)) {
                return inner;
            }
        }
        return null;
    }

    /** The simple name of the class itself; of an anonymous one the last part of its binary name. */
    String simpleName() {
        InnerClassNode inner = entry(owner.name);
        return inner == null || inner.innerName == null
                ? owner.name.substring(owner.name.lastIndexOf('/') + 1)
                : inner.innerName;
    }

    /**
     * The name of a method's Future class.
     *
     * @param method an async method of the class
     * @return internal name
     */
    public String futureName(MethodNode method) {
        List<String> names = simpleNames();
        if (names == null) {
            return FutureName.numbered(owner.name, localMethods().indexOf(method) + 1);
        }
        long sameName = owner.methods.stream()
                .filter(other -> other.name.equals(method.name) && AsyncTargets.isDeclared(other))
                .count();
        List<String> overloads = new ArrayList<>();
        if (sameName > 1) {
            for (Type type : Type.getArgumentTypes(method.desc)) {
                int dimensions = type.getSort() == Type.ARRAY ? type.getDimensions() : 0;
                String element = (dimensions > 0 ? type.getElementType() : type).getClassName();
                overloads.add(FutureName.parameter(
                        element.substring(Math.max(element.lastIndexOf('.'), element.lastIndexOf('$')) + 1),
                        dimensions));
            }
        }
        int slash = owner.name.lastIndexOf('/');
        String packageName = slash < 0 ? "" : owner.name.substring(0, slash).replace('/', '.');
        return FutureName.of(packageName, names, method.name, overloads).replace('.', '/');
    }

    /**
     * The name of a block's Future class.
     *
     * @param block which block of the class, from 0
     * @return internal name
     */
    public String blockName(int block) {
        return FutureName.numbered(
                owner.name, (simpleNames() == null ? localMethods().size() : 0) + block + 1);
    }

    private List<MethodNode> localMethods() {
        return owner.methods.stream()
                .filter(method -> AsyncTargets.isDeclared(method) && (method.access & Opcodes.ACC_ABSTRACT) == 0)
                .toList();
    }
}
