// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.ClassMarks;
import dev.pollen.processor.weave.analysis.FutureNaming;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods a call can reach, as class files tell: see {@code implementations} and {@code sealed}. */
final class ClassFileReceivers {
    private final Function<String, @Nullable ClassNode> classes;

    ClassFileReceivers(Function<String, @Nullable ClassNode> classes) {
        this.classes = classes;
    }

    Dispatch of(MethodRef call, MethodNode method, String display) {
        AnnotationNode mark = ClassMarks.find(method.invisibleAnnotations, Names.ASYNC)
                .orElseGet(() -> new AnnotationNode(Names.descriptor(Names.ASYNC)));
        int maxDepth = ClassMarks.value(mark, "maxDepth", Dispatch.DEFAULT_DEPTH);
        List<Type> named = ClassMarks.value(mark, "implementations", List.of());
        Set<String> leaves = new LinkedHashSet<>();
        named.forEach(type -> leaves.add(type.getInternalName()));
        if (leaves.isEmpty() && !collect(call.owner(), leaves)) {
            return new Dispatch(display, maxDepth, List.of(), true);
        }
        Set<String> frames = new LinkedHashSet<>();
        boolean open = false;
        for (String leaf : leaves) {
            MethodNode reached = null;
            ClassNode declaring = classes.apply(leaf);
            while (declaring != null && (reached = declared(declaring, call)) == null) {
                declaring = declaring.superName == null ? null : classes.apply(declaring.superName);
            }
            if (reached == null) {
                declaring = defaulting(leaf, call);
                reached = declaring == null ? null : declared(declaring, call);
            }
            if (reached == null || new FutureNaming(declaring).simpleNames() == null) {
                open = true;
            } else if (AsyncTargets.isDeclaredFunction(reached)) {
                frames.add(new FutureNaming(declaring).futureName(reached));
            }
        }
        return new Dispatch(display, maxDepth, List.copyOf(frames), open);
    }

    private boolean collect(String name, Set<String> leaves) {
        ClassNode node = classes.apply(name);
        if (node == null) {
            return false;
        }
        boolean sealed = node.permittedSubclasses != null;
        if (!sealed && (node.access & Opcodes.ACC_FINAL) == 0) {
            return false;
        }
        if ((node.access & Opcodes.ACC_ABSTRACT) == 0) {
            leaves.add(name);
        }
        return !sealed || node.permittedSubclasses.stream().allMatch(permitted -> collect(permitted, leaves));
    }

    /** The interface above a class whose body for a method the class has; null if there is none, or several. */
    private @Nullable ClassNode defaulting(String name, MethodRef call) {
        List<ClassNode> found = new ArrayList<>();
        for (String itf : interfaces(name)) {
            ClassNode node = classes.apply(itf);
            if (node != null && declared(node, call) != null) {
                found.add(node);
            }
        }
        List<ClassNode> nearest = found.stream()
                .filter(node -> found.stream()
                        .noneMatch(
                                other -> other != node && interfaces(other.name).contains(node.name)))
                .toList();
        return nearest.size() == 1 ? nearest.get(0) : null;
    }

    private Set<String> interfaces(String name) {
        Set<String> all = new LinkedHashSet<>();
        for (ClassNode node = classes.apply(name);
                node != null;
                node = node.superName == null ? null : classes.apply(node.superName)) {
            for (String itf : node.interfaces) {
                if (all.add(itf)) {
                    all.addAll(interfaces(itf));
                }
            }
        }
        return all;
    }

    /** The method that a class declares for a call; behind a bridge, the one method that the bridge can be for. */
    private static @Nullable MethodNode declared(ClassNode node, MethodRef call) {
        for (MethodNode method : node.methods) {
            if (method.name.equals(call.name())
                    && method.desc.equals(call.descriptor())
                    && (method.access & Opcodes.ACC_ABSTRACT) == 0) {
                return (method.access & Opcodes.ACC_BRIDGE) == 0 ? method : bridged(node, method);
            }
        }
        return null;
    }

    private static @Nullable MethodNode bridged(ClassNode node, MethodNode bridge) {
        int parameters = Type.getArgumentTypes(bridge.desc).length;
        List<MethodNode> candidates = new ArrayList<>();
        for (MethodNode method : node.methods) {
            boolean made = (method.access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) != 0;
            if (!made && method.name.equals(bridge.name) && Type.getArgumentTypes(method.desc).length == parameters) {
                candidates.add(method);
            }
        }
        return candidates.size() == 1 ? candidates.get(0) : null;
    }
}
