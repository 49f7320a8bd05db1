// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.FutureName;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the async methods of a class file. */
public final class AsyncTargets {
    private static final int MADE_BY_COMPILER = Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;

    private final ClassNode owner;
    private final Collection<FutureSource> sources;
    private final List<AsyncTarget> targets = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private AsyncTargets(ClassNode owner, Collection<FutureSource> sources) {
        this.owner = owner;
        this.sources = sources;
    }

    /**
     * Reads a class.
     *
     * @param owner the class
     * @param sources its Future classes, as far as they exist
     * @return its async methods, and what is wrong with them
     */
    public static AsyncTargets of(ClassNode owner, Collection<FutureSource> sources) {
        AsyncTargets result = new AsyncTargets(owner, sources);
        for (MethodNode method : owner.methods) {
            if (isAsync(method) && (method.access & (MADE_BY_COMPILER | Opcodes.ACC_ABSTRACT)) == 0) {
                result.add(method);
            }
        }
        return result;
    }

    /**
     * The methods that can be woven.
     *
     * @return in the order of the class file
     */
    public List<AsyncTarget> targets() {
        return List.copyOf(targets);
    }

    /**
     * What is wrong.
     *
     * @return errors
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Whether a method has a mark.
     *
     * @param method a method of a class file
     * @return true for {@code @Async} and {@code @AsyncTask}
     */
    public static boolean isAsync(MethodNode method) {
        return ClassMarks.find(method.invisibleAnnotations, Names.ASYNC).isPresent()
                || ClassMarks.find(method.invisibleAnnotations, Names.ASYNC_TASK).isPresent();
    }

    private void add(MethodNode method) {
        AsyncKind kind = ClassMarks.find(method.invisibleAnnotations, Names.ASYNC_TASK).isPresent()
                ? AsyncKind.TASK
                : AsyncKind.FUNCTION;
        String base = kind == AsyncKind.TASK ? Names.TASK : Names.FUTURE;
        Type returned = Type.getReturnType(method.desc);
        ResultKind result =
                returned.getSort() == Type.OBJECT ? ResultKind.of(base, returned.getInternalName()) : null;
        MethodRef ref = new MethodRef(owner.name, method.name, method.desc);
        List<String> simpleNames = simpleNames();
        if (result == null) {
            findings.add(new Finding(
                    Message.NO_FUTURE,
                    List.of(method.name, Names.binary(base), returned.getClassName()),
                    ref,
                    Lines.first(method),
                    ""));
        } else if (simpleNames == null) {
            findings.add(new Finding(
                    Message.NOT_SUPPORTED,
                    List.of("an async method of a local or anonymous class", "move it to a class of its own"),
                    ref,
                    Lines.first(method),
                    ""));
        } else {
            targets.add(target(method, kind, result, simpleNames));
        }
    }

    private AsyncTarget target(MethodNode method, AsyncKind kind, ResultKind result, List<String> simpleNames) {
        Optional<FutureSource> source = sources.stream()
                .filter(s -> s.method().equals(method.name + method.desc))
                .findFirst();
        int parameters = Type.getArgumentTypes(method.desc).length;
        List<String> names = source.map(s -> s.parameterNames(parameters))
                .orElseGet(() -> new FutureSource(new ClassNode(), "", 0, List.of(), List.of())
                        .parameterNames(parameters));
        return new AsyncTarget(
                owner.name,
                (owner.access & Opcodes.ACC_INTERFACE) != 0,
                method,
                kind,
                result,
                method.signature != null && method.signature.endsWith("<Ljava/lang/Void;>;"),
                source.map(s -> s.node().name).orElseGet(() -> futureName(method, simpleNames)),
                names,
                owner.sourceFile == null ? "" : owner.sourceFile,
                simpleNames.get(simpleNames.size() - 1) + "." + method.name);
    }

    private String futureName(MethodNode method, List<String> simpleNames) {
        long sameName = owner.methods.stream()
                .filter(other -> other.name.equals(method.name)
                        && isAsync(other)
                        && (other.access & MADE_BY_COMPILER) == 0)
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
        return FutureName.of(packageName, simpleNames, method.name, overloads).replace('.', '/');
    }

    /** The simple names of the owner and the classes around it; null for a local or anonymous class. */
    private @Nullable List<String> simpleNames() {
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
}
