// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.Inheritance;
import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives a class the dispatch twins of methods that have no frame of their own, so that a call through the twin reaches
 * whatever a call of the method itself would reach.
 *
 * <pre>
 *   abstract, marked        ReceiverFrames read$in(int n, ReceiverFrames s)    { return s.use(this.read(n)); }
 *   bridge of a marked one  ReceiverFrames load$in(Object o, ReceiverFrames s) { return load$in((String) o, s); }
 *   override without mark   ReceiverFrames read$in(int n, ReceiverFrames s)    { return s.use(this.read(n)); }
 *   two interfaces that     the same: the JVM would not choose one of their twins
 *   declare the method
 * </pre>
 */
public final class DispatchTwins {
    private static final int NOT_VIRTUAL = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;
    private static final String FORM = Names.descriptor(Names.RECEIVER_FRAMES);

    private final ClassNode owner;
    private final Library library;
    private final List<MethodNode> twins = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();

    private DispatchTwins(ClassNode owner, Library library) {
        this.owner = owner;
        this.library = library;
    }

    /**
     * Makes the twins; the class is not changed.
     *
     * @param owner the class as it was compiled
     * @param library where its superclasses and interfaces are looked up
     * @return methods to add
     */
    public static List<MethodNode> of(ClassNode owner, Library library) {
        DispatchTwins result = new DispatchTwins(owner, library);
        result.run();
        return result.twins;
    }

    private void run() {
        List<MethodNode> methods = owner.methods.stream()
                .filter(method -> (method.access & NOT_VIRTUAL) == 0 && !method.name.startsWith("<"))
                .toList();
        // Marked methods with a body have theirs already.
        methods.stream().filter(DispatchTwins::isWoven).forEach(method -> taken.add(twin(method)));
        methods.stream().filter(DispatchTwins::isAbstractFunction).forEach(this::calling);
        methods.forEach(method -> {
            MethodInsnNode bridged = bridged(method);
            if (bridged != null) {
                bridging(method, bridged);
            }
        });
        Inheritance above = Inheritance.of(owner, library);
        methods.stream()
                .filter(method -> above.overrides(method.name, method.desc))
                .forEach(this::calling);
        above.ambiguous().stream()
                .filter(inherited -> methods.stream()
                        .noneMatch(method ->
                                method.name.equals(inherited.name()) && method.desc.equals(inherited.descriptor())))
                .forEach(this::calling);
    }

    private static boolean isWoven(MethodNode method) {
        return AsyncTargets.isDeclaredFunction(method) && (method.access & Opcodes.ACC_ABSTRACT) == 0;
    }

    private static boolean isAbstractFunction(MethodNode method) {
        return AsyncTargets.isDeclaredFunction(method) && (method.access & Opcodes.ACC_ABSTRACT) != 0;
    }

    private static String twin(MethodNode method) {
        return method.name + method.desc.substring(0, method.desc.indexOf(')'));
    }

    private void calling(MethodNode method) {
        calling(method.name, method.desc, CallWriter.twinAccess(method.access));
    }

    private void calling(MethodRef inherited) {
        calling(inherited.name(), inherited.descriptor(), Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC);
    }

    private void calling(String name, String descriptor, int access) {
        Code code = new Code().aload(slotLocal(descriptor)).aload(0);
        int local = 1;
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            code.load(TypeValue.of(parameter), local);
            local += parameter.getSize();
        }
        boolean itf = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        code.invoke(itf ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL, owner.name, name, descriptor)
                .add(use())
                .op(Opcodes.ARETURN);
        add(name, descriptor, access, code);
    }

    private static int slotLocal(String descriptor) {
        return Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    }

    private void add(String name, String descriptor, int access, Code code) {
        if (taken.add(name + descriptor.substring(0, descriptor.indexOf(')')))) {
            twins.add(Methods.method(
                    access, name + "$in", AsyncTarget.twinDescriptor(descriptor, Names.RECEIVER_FRAMES), code));
        }
    }

    /** A slot and a future are on the stack: leaves the slot, in which the future is placed. */
    static Code use() {
        return new Code()
                .invoke(
                        Opcodes.INVOKEVIRTUAL,
                        Names.RECEIVER_FRAMES,
                        "use",
                        "(" + Names.descriptor(Names.FUTURE) + ")" + FORM);
    }

    /** The call in a bridge, if it reaches a method of this class that has a twin. */
    private @Nullable MethodInsnNode bridged(MethodNode method) {
        if ((method.access & Opcodes.ACC_BRIDGE) == 0) {
            return null;
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && call.owner.equals(owner.name) && call.name.equals(method.name)) {
                return owner.methods.stream()
                                .anyMatch(other -> other.name.equals(call.name)
                                        && other.desc.equals(call.desc)
                                        && AsyncTargets.isDeclaredFunction(other))
                        ? call
                        : null;
            }
        }
        return null;
    }

    /** The bridge's own code, with the slot pushed before its call. */
    private void bridging(MethodNode bridge, MethodInsnNode call) {
        MethodNode copy = new MethodNode(Opcodes.ASM9);
        bridge.accept(copy);
        MethodInsnNode inner =
                (MethodInsnNode) Objects.requireNonNull(copy.instructions.get(bridge.instructions.indexOf(call)));
        Code slot = new Code().aload(slotLocal(bridge.desc));
        copy.instructions.insertBefore(inner, slot.insns());
        inner.name += "$in";
        inner.desc = AsyncTarget.twinDescriptor(inner.desc, Names.RECEIVER_FRAMES);
        Code code = new Code();
        code.insns().add(copy.instructions);
        add(bridge.name, bridge.desc, CallWriter.twinAccess(bridge.access), code);
    }
}
