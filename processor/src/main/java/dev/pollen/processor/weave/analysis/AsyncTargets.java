// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
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
     * @param blocks the methods of its async blocks, each with its name for people
     * @return its async methods and blocks, and what is wrong with them
     */
    public static AsyncTargets of(ClassNode owner, Collection<FutureSource> sources, Map<MethodNode, String> blocks) {
        AsyncTargets result = new AsyncTargets(owner, sources);
        for (MethodNode method : owner.methods) {
            if (isDeclared(method) && (method.access & Opcodes.ACC_ABSTRACT) == 0) {
                result.add(method);
            }
        }
        blocks.forEach(result::addBlock);
        return result;
    }

    /**
     * The methods that can be woven.
     *
     * @return in the order of the class file, and then the blocks
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
                || ClassMarks.find(method.invisibleAnnotations, Names.ASYNC_TASK)
                        .isPresent();
    }

    /**
     * Whether a method has a mark and stands in the source: a bridge has the marks of what it calls.
     *
     * @param method a method of a class file
     * @return true for an async method that the user wrote
     */
    static boolean isDeclared(MethodNode method) {
        return isAsync(method) && (method.access & MADE_BY_COMPILER) == 0;
    }

    /**
     * Whether a method is an async function and stands in the source.
     *
     * @param method a method of a class file
     * @return true for {@code @Async}, abstract or not
     */
    public static boolean isDeclaredFunction(MethodNode method) {
        return isDeclared(method)
                && ClassMarks.find(method.invisibleAnnotations, Names.ASYNC_TASK)
                        .isEmpty()
                && AsyncKind.ofFunction(Type.getReturnType(method.desc).getInternalName()) == AsyncKind.FUNCTION;
    }

    private void add(MethodNode method) {
        Type returned = Type.getReturnType(method.desc);
        boolean task =
                ClassMarks.find(method.invisibleAnnotations, Names.ASYNC_TASK).isPresent();
        AsyncKind kind = task ? AsyncKind.TASK : AsyncKind.ofFunction(returned.getInternalName());
        String base = kind.returned();
        ResultKind result = returned.getSort() == Type.OBJECT ? ResultKind.of(base, returned.getInternalName()) : null;
        MethodRef ref = new MethodRef(owner.name, method.name, method.desc);
        FutureNaming naming = new FutureNaming(owner);
        if (result == null) {
            findings.add(new Finding(
                    Message.NO_FUTURE,
                    List.of(method.name, Names.binary(base), returned.getClassName()),
                    ref,
                    Lines.first(method),
                    ""));
        } else if ((owner.version & 0xFFFF) < Opcodes.V1_7) {
            findings.add(new Finding(
                    Message.NOT_SUPPORTED,
                    List.of("an async method in a class file of Java 6 or earlier", "compile it for Java 17 or later"),
                    ref,
                    Lines.first(method),
                    ""));
        } else {
            targets.add(target(method, kind, result, naming));
        }
    }

    private AsyncTarget target(MethodNode method, AsyncKind kind, ResultKind result, FutureNaming naming) {
        Optional<FutureSource> source = sources.stream()
                .filter(s -> s.method().equals(method.name + method.desc))
                .findFirst();
        int parameters = Type.getArgumentTypes(method.desc).length;
        return target(
                method,
                kind,
                result,
                kind == AsyncKind.GENERATOR
                        || method.signature != null && method.signature.endsWith("<Ljava/lang/Void;>;"),
                source.map(s -> s.node().name).orElseGet(() -> naming.futureName(method)),
                source.map(s -> s.parameterNames(parameters)).orElseGet(() -> madeUpNames(parameters)),
                method.name);
    }

    private void addBlock(MethodNode method, String name) {
        ResultKind result = Objects.requireNonNull(
                ResultKind.of(Names.FUTURE, Type.getReturnType(method.desc).getInternalName()));
        long before = targets.stream().filter(AsyncTarget::isBlock).count();
        targets.add(target(
                method,
                AsyncKind.FUNCTION,
                result,
                result == ResultKind.OBJECT && endsWithNothing(method),
                new FutureNaming(owner).blockName((int) before),
                madeUpNames(Type.getArgumentTypes(method.desc).length),
                name));
    }

    /** Whether a block ends with {@code Future.done()} alone, or not at all: no signature tells its type. */
    private boolean endsWithNothing(MethodNode block) {
        Origins origins = Origins.of(owner.name, block, call -> null);
        for (AbstractInsnNode insn : block.instructions) {
            for (Origin origin : origins.returned(insn)) {
                if (origin.kind() != Origin.Kind.READY
                        || !Objects.requireNonNull(origin.call()).name.equals("done")) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> madeUpNames(int parameters) {
        return new FutureSource(new ClassNode(), "", 0, List.of(), List.of()).parameterNames(parameters);
    }

    private AsyncTarget target(
            MethodNode method,
            AsyncKind kind,
            ResultKind result,
            boolean resultIsVoid,
            String future,
            List<String> names,
            String name) {
        return new AsyncTarget(
                owner.name,
                (owner.access & Opcodes.ACC_INTERFACE) != 0,
                method,
                kind,
                result,
                resultIsVoid,
                future,
                names,
                owner.sourceFile == null ? "" : owner.sourceFile,
                new FutureNaming(owner).simpleName() + "." + name);
    }
}
