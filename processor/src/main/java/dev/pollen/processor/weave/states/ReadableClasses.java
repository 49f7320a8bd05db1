// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.analysis.ClassFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Copies of woven classes for a decompiler: Future classes without their annotations, and of the classes with the bodies what
 * the weaver has made of their async methods, see {@link ReadableBody}. No JVM would take them.
 */
public final class ReadableClasses {
    /** The method that a copy calls, of the frame's class, where a body rests after an emit: the next poll goes on behind it. */
    public static final String EMITS = ReadableBody.EMITS;

    private static final String BODY = "$poll";
    private static final String TWIN = "$in";

    private final Function<String, byte @Nullable []> classes;
    private final Map<String, ClassNode> owners = new HashMap<>();
    private final Map<String, Set<MethodNode>> kept = new HashMap<>();

    private ReadableClasses(Function<String, byte @Nullable []> classes) {
        this.classes = classes;
    }

    /**
     * Copies the classes of some frames.
     *
     * @param frames what is written down of them
     * @param classes finds class files by internal names
     * @return for each class with bodies, by internal names, its copy and those of the frames; without those that are missing
     */
    public static Map<String, Map<String, byte[]>> of(
            List<FrameFacts> frames, Function<String, byte @Nullable []> classes) {
        ReadableClasses copies = new ReadableClasses(classes);
        Map<String, Map<String, byte[]>> groups = new TreeMap<>();
        for (FrameFacts frame : frames) {
            byte[] bytes = classes.apply(frame.future());
            ClassNode node = bytes == null ? null : ClassFile.of(bytes).node(ClassReader.SKIP_FRAMES);
            WovenBody body = node == null ? null : WovenBody.of(node, copies::owner);
            if (node != null && body != null) {
                copies.keep(body);
                ReadableBody.straighten(body);
                node.invisibleAnnotations = null;
                groups.computeIfAbsent(body.owner().name, name -> new TreeMap<>())
                        .put(node.name, write(node));
            }
        }
        groups.forEach((name, group) -> group.put(name, copies.copy(Objects.requireNonNull(copies.owners.get(name)))));
        return groups;
    }

    private @Nullable ClassNode owner(String name) {
        byte[] bytes = classes.apply(name);
        return bytes == null
                ? null
                : owners.computeIfAbsent(name, n -> ClassFile.of(bytes).node(ClassReader.SKIP_FRAMES));
    }

    /** The body, the methods that make its frame, and lambdas in them. */
    private void keep(WovenBody body) {
        ClassNode owner = body.owner();
        Set<MethodNode> methods = kept.computeIfAbsent(owner.name, name -> new HashSet<>());
        String name = body.method().name.substring(0, body.method().name.length() - BODY.length());
        Deque<MethodNode> open = new ArrayDeque<>();
        for (MethodNode method : owner.methods) {
            boolean makes = method.name.equals(name) || method.name.equals(name + TWIN);
            if (method == body.method() || makes && mentions(method, body.future())) {
                open.add(method);
            }
        }
        while (!open.isEmpty()) {
            MethodNode method = open.pop();
            if (methods.add(method)) {
                open.addAll(lambdas(owner, method));
                open.addAll(constructors(owner, method));
            }
        }
    }

    private static boolean mentions(MethodNode method, String future) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FieldInsnNode field && field.owner.equals(future)
                    || insn instanceof MethodInsnNode call && call.owner.equals(future)) {
                return true;
            }
        }
        return method.desc.contains("L" + future + ";");
    }

    /** A decompiler looks at them where they are called. */
    private static List<MethodNode> constructors(ClassNode owner, MethodNode method) {
        List<MethodNode> constructors = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && call.owner.equals(owner.name) && call.name.equals("<init>")) {
                owner.methods.stream()
                        .filter(other -> other.name.equals("<init>") && other.desc.equals(call.desc))
                        .forEach(constructors::add);
            }
        }
        return constructors;
    }

    private static List<MethodNode> lambdas(ClassNode owner, MethodNode method) {
        List<MethodNode> lambdas = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof InvokeDynamicInsnNode dynamic) {
                for (Object argument : dynamic.bsmArgs) {
                    owner.methods.stream()
                            .filter(lambda -> argument instanceof Handle handle && isLambda(handle, lambda, owner))
                            .forEach(lambdas::add);
                }
            }
        }
        return lambdas;
    }

    private static boolean isLambda(Handle handle, MethodNode method, ClassNode owner) {
        return handle.getOwner().equals(owner.name)
                && handle.getName().equals(method.name)
                && handle.getDesc().equals(method.desc)
                && (method.access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    private byte[] copy(ClassNode owner) {
        owner.methods.retainAll(kept.getOrDefault(owner.name, Set.of()));
        owner.fields.clear();
        owner.interfaces.clear();
        owner.invisibleAnnotations = null;
        owner.visibleAnnotations = null;
        owner.permittedSubclasses = null;
        owner.recordComponents = null;
        return write(owner);
    }

    /** Each class is read by itself, whatever it stands in. */
    private static byte[] write(ClassNode node) {
        node.innerClasses.removeIf(inner -> inner.name.equals(node.name) || node.name.equals(inner.outerName));
        node.outerClass = null;
        node.nestHostClass = null;
        node.nestMembers = null;
        node.signature = node.fields.isEmpty() ? null : node.signature;
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }
}
