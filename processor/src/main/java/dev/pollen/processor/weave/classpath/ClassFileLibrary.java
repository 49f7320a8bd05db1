// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.Guards;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AllocationMarks;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.ClassMarks;
import dev.pollen.processor.weave.analysis.FutureNaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What class files say of the classes around the one that is woven, where no compiler runs. */
public final class ClassFileLibrary implements Library {
    private final ClassFinder path;
    private final ClassFileShapes shapes;
    private final Map<String, Optional<ClassNode>> classes = new HashMap<>();

    /**
     * Makes a library.
     *
     * @param path where classes are found
     */
    public ClassFileLibrary(ClassFinder path) {
        this.path = path;
        this.shapes = new ClassFileShapes(path);
    }

    @Override
    public List<String> parts(String internalName) {
        return shapes.parts(internalName);
    }

    @Override
    public @Nullable Callee callee(MethodRef call) {
        for (String name : superTypes(call.owner())) {
            ClassNode node = node(name);
            MethodNode method = node == null ? null : method(node, call);
            if (method != null) {
                return callee(node, method);
            }
        }
        return null;
    }

    /** A class and then all that it extends and implements, classes first, as the JVM resolves a method. */
    private Set<String> superTypes(String name) {
        Set<String> types = new LinkedHashSet<>();
        List<String> interfaces = new ArrayList<>();
        ClassNode node = node(name);
        while (node != null) {
            types.add(node.name);
            interfaces.addAll(node.interfaces);
            node = node.superName == null ? null : node(node.superName);
        }
        for (int i = 0; i < interfaces.size(); i++) {
            ClassNode itf = node(interfaces.get(i));
            if (itf != null && types.add(itf.name)) {
                interfaces.addAll(itf.interfaces);
            }
        }
        return types;
    }

    private static @Nullable MethodNode method(ClassNode node, MethodRef call) {
        for (MethodNode method : node.methods) {
            boolean bridge = (method.access & Opcodes.ACC_BRIDGE) != 0;
            if (!bridge && method.name.equals(call.name()) && method.desc.equals(call.descriptor())) {
                return method;
            }
        }
        return null;
    }

    private static @Nullable Callee callee(ClassNode owner, MethodNode method) {
        String form = Type.getReturnType(method.desc).getInternalName();
        boolean overridable = isOverridable(owner, method);
        Optional<AnnotationNode> placed = ClassMarks.find(method.invisibleAnnotations, Names.PLACED);
        if (placed.isPresent()) {
            Type slot = ClassMarks.value(placed.get(), "slot", Type.VOID_TYPE);
            String twin = ClassMarks.value(placed.get(), "by", "");
            return new Callee(Callee.Kind.ofPlaced(form), slot.getInternalName(), twin, overridable, form);
        }
        boolean task =
                ClassMarks.find(method.invisibleAnnotations, Names.ASYNC_TASK).isPresent();
        boolean function =
                ClassMarks.find(method.invisibleAnnotations, Names.ASYNC).isPresent();
        FutureNaming naming = new FutureNaming(owner);
        if (!task && !function) {
            return null;
        }
        return new Callee(
                task ? Callee.Kind.TASK : Callee.Kind.of(AsyncKind.ofFunction(form)),
                naming.futureName(method),
                method.name + "$in",
                overridable,
                form);
    }

    @Override
    public Dispatch dispatch(MethodRef call) {
        for (String name : superTypes(call.owner())) {
            ClassNode node = node(name);
            MethodNode method = node == null ? null : method(node, call);
            if (method != null) {
                String display = new MethodRef(name, call.name(), call.descriptor()).display();
                return new ClassFileReceivers(this::node).of(call, method, display);
            }
        }
        return Library.super.dispatch(call);
    }

    @Override
    public List<MethodRef> overridable(String internalName) {
        ClassNode node = node(internalName);
        return node == null
                ? List.of()
                : node.methods.stream()
                        .filter(method -> AsyncTargets.isDeclaredFunction(method) && isOverridable(node, method))
                        .map(method -> new MethodRef(node.name, method.name, method.desc))
                        .toList();
    }

    private static boolean isOverridable(ClassNode owner, MethodNode method) {
        int fixed = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        return (method.access & fixed) == 0 && (owner.access & Opcodes.ACC_FINAL) == 0;
    }

    @Override
    public @Nullable FrameFacts frame(String internalName) {
        byte[] bytes = path.find(internalName);
        return bytes == null ? null : FrameFactsReader.read(bytes).orElse(null);
    }

    @Override
    public @Nullable AllocationMark allocation(String internalName) {
        ClassNode node = node(internalName);
        while (node != null) {
            AllocationMark own = AllocationMarks.in(node.invisibleAnnotations, AllocationMarks.simpleName(node.name));
            if (own != null) {
                return own;
            }
            ClassNode outer = node(outer(node));
            MethodNode method = outer == null ? null : enclosingMethod(node, outer);
            AllocationMark ofMethod = method == null
                    ? null
                    : AllocationMarks.in(
                            method.invisibleAnnotations,
                            AllocationMarks.simpleName(Objects.requireNonNull(outer).name) + "." + method.name);
            if (ofMethod != null) {
                return ofMethod;
            }
            node = outer;
        }
        String name = Names.packageOf(internalName);
        ClassNode page = node(name + "/package-info");
        return page == null ? null : AllocationMarks.in(page.invisibleAnnotations, "package " + Names.binary(name));
    }

    @Override
    public boolean isCancelUnsafe(MethodRef call) {
        for (String name : superTypes(call.owner())) {
            ClassNode node = node(name);
            MethodNode method = node == null ? null : method(node, call);
            if (method != null
                    && ClassMarks.find(method.invisibleAnnotations, Names.CANCEL_UNSAFE)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean holdsUnguardedState(String internalName) {
        boolean changes = false;
        ClassNode node = node(internalName);
        while (node != null && (node.access & Opcodes.ACC_INTERFACE) == 0) {
            boolean guarded = node.methods.stream().anyMatch(method -> (method.access & Opcodes.ACC_SYNCHRONIZED) != 0)
                    || node.fields.stream().anyMatch(field -> Guards.isGuard(field.desc));
            if (guarded) {
                return false;
            }
            int still = Opcodes.ACC_FINAL | Opcodes.ACC_VOLATILE | Opcodes.ACC_STATIC;
            changes |= node.fields.stream().anyMatch(field -> (field.access & still) == 0);
            node = node.superName == null ? null : node(node.superName);
        }
        return changes;
    }

    @Override
    public List<String> resources(String name) {
        return path.resources(name);
    }

    /** The class around a class; an empty name for a top-level one. */
    private static String outer(ClassNode node) {
        if (node.outerClass != null) {
            return node.outerClass;
        }
        return node.innerClasses.stream()
                .filter(inner -> inner.name.equals(node.name) && inner.outerName != null)
                .map(inner -> inner.outerName)
                .findFirst()
                .orElse("");
    }

    private static @Nullable MethodNode enclosingMethod(ClassNode local, ClassNode outer) {
        return outer.methods.stream()
                .filter(method -> method.name.equals(local.outerMethod) && method.desc.equals(local.outerMethodDesc))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable ClassShape shape(String internalName) {
        return shapes.shape(internalName);
    }

    private @Nullable ClassNode node(String internalName) {
        return classes.computeIfAbsent(internalName, this::read).orElse(null);
    }

    private Optional<ClassNode> read(String internalName) {
        byte[] bytes = path.find(internalName);
        if (bytes == null) {
            return Optional.empty();
        }
        ClassNode node =
                ClassFile.of(bytes).node(ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return Optional.of(node);
    }
}
