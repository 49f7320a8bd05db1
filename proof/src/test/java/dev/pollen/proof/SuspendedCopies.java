// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Gives methods an async copy, which is what a user would write, and has the methods themselves run that.
 *
 * <pre>
 *   int size(List l)                     int size(List l)
 *     aload l                              aload l
 *     invokeinterface List.size            invokestatic proof$1$size
 *     ireturn                              invokestatic Driver.give
 *                                          ireturn
 *                                &#64;Async private static Future.OfInt proof$1$size(List l)
 *                                          aload l
 *                                          invokestatic PendingOnce.inFrame
 *                                          invokestatic Pollen.await
 *                                          pop
 *                                          invokeinterface List.size
 *                                          invokestatic Future.ready
 *                                          areturn
 * </pre>
 *
 * <p>Every second point awaits a future on the heap, which the frame holds in a field that other variables share.
 */
final class SuspendedCopies {
    /** What the names of all that is added begin with. */
    static final String PREFIX = "proof$";

    private static final String DRIVER = "dev/pollen/proof/driver/Driver";
    private static final String PENDING_ONCE = "dev/pollen/proof/driver/PendingOnce";
    private static final String FUTURE = "dev/pollen/Future";
    private static final Set<Integer> PRIMITIVE_FUTURES = Set.of(Type.INT, Type.LONG, Type.DOUBLE, Type.BOOLEAN);

    private final ClassNode owner;
    private int points;

    private SuspendedCopies(ClassNode owner) {
        this.owner = owner;
    }

    /**
     * Changes a class.
     *
     * @param owner the class, its frames expanded
     * @param chosen which methods
     * @return how many suspension points there are
     */
    static int add(ClassNode owner, Predicate<MethodNode> chosen) {
        SuspendedCopies copies = new SuspendedCopies(owner);
        List<MethodNode> added = new ArrayList<>();
        for (MethodNode method : owner.methods) {
            if (chosen.test(method)) {
                added.add(copies.copy(method, PREFIX + (added.size() + 1) + "$" + method.name));
            }
        }
        owner.methods.addAll(added);
        return copies.points;
    }

    private MethodNode copy(MethodNode method, String name) {
        Type returned = Type.getReturnType(method.desc);
        String descriptor =
                Type.getMethodDescriptor(Type.getObjectType(futureOf(returned)), Type.getArgumentTypes(method.desc));
        MethodNode copy = new MethodNode(
                Opcodes.ASM9,
                Opcodes.ACC_PRIVATE | method.access & Opcodes.ACC_STATIC,
                name,
                descriptor,
                // The weaver asks it whether a value is stored.
                returned == Type.VOID_TYPE ? signatureOfVoid(descriptor) : null,
                method.exceptions.toArray(String[]::new));
        method.accept(copy);
        copy.access = Opcodes.ACC_PRIVATE | method.access & Opcodes.ACC_STATIC;
        strip(copy);
        copy.invisibleAnnotations = List.of(new AnnotationNode("Ldev/pollen/annotations/Async;"));
        suspend(copy, returned);
        run(method, copy, returned);
        return copy;
    }

    private static String futureOf(Type returned) {
        return switch (returned.getSort()) {
            case Type.INT -> FUTURE + "$OfInt";
            case Type.LONG -> FUTURE + "$OfLong";
            case Type.DOUBLE -> FUTURE + "$OfDouble";
            case Type.BOOLEAN -> FUTURE + "$OfBoolean";
            default -> FUTURE;
        };
    }

    private static String signatureOfVoid(String descriptor) {
        return descriptor.substring(0, descriptor.lastIndexOf(')')) + ")L" + FUTURE + "<Ljava/lang/Void;>;";
    }

    /** Annotations and names of parameters stay with the method. */
    private static void strip(MethodNode copy) {
        copy.parameters = null;
        copy.annotationDefault = null;
        copy.visibleAnnotations = null;
        copy.invisibleAnnotations = null;
        copy.visibleTypeAnnotations = null;
        copy.invisibleTypeAnnotations = null;
        copy.visibleParameterAnnotations = null;
        copy.invisibleParameterAnnotations = null;
        copy.visibleAnnotableParameterCount = 0;
        copy.invisibleAnnotableParameterCount = 0;
        copy.attrs = null;
    }

    private void suspend(MethodNode copy, Type returned) {
        for (AbstractInsnNode insn : copy.instructions.toArray()) {
            if (insn.getOpcode() >= Opcodes.INVOKEVIRTUAL && insn.getOpcode() <= Opcodes.INVOKEDYNAMIC) {
                copy.instructions.insertBefore(insn, point());
            } else if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
                copy.instructions.insertBefore(insn, ready(returned));
                copy.instructions.set(insn, new InsnNode(Opcodes.ARETURN));
            }
        }
        copy.maxStack += 1;
    }

    private InsnList point() {
        InsnList code = new InsnList();
        code.add(
                call(Opcodes.INVOKESTATIC, PENDING_ONCE, points % 2 == 0 ? "inFrame" : "onHeap", "()L" + FUTURE + ";"));
        code.add(call(Opcodes.INVOKESTATIC, "dev/pollen/Pollen", "await", "(L" + FUTURE + ";)Ljava/lang/Object;"));
        code.add(new InsnNode(Opcodes.POP));
        points++;
        return code;
    }

    private static InsnList ready(Type returned) {
        InsnList code = new InsnList();
        if (returned == Type.VOID_TYPE) {
            code.add(futureCall("done", "()L" + FUTURE + ";"));
            return code;
        }
        boolean object = returned.getSort() >= Type.ARRAY;
        code.add(futureCall(
                "ready",
                "(" + (object ? "Ljava/lang/Object;" : returned.getDescriptor()) + ")L" + futureOf(returned) + ";"));
        return code;
    }

    private static MethodInsnNode futureCall(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, FUTURE, name, descriptor, true);
    }

    private static MethodInsnNode call(int opcode, String type, String name, String descriptor) {
        return new MethodInsnNode(opcode, type, name, descriptor, false);
    }

    /** Has the method itself make a frame and poll it. */
    private void run(MethodNode method, MethodNode copy, Type returned) {
        InsnList code = new InsnList();
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        int slot = 0;
        if (!isStatic) {
            code.add(new VarInsnNode(Opcodes.ALOAD, slot++));
        }
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
            code.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), slot));
            slot += parameter.getSize();
        }
        code.add(new MethodInsnNode(
                isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
                owner.name,
                copy.name,
                copy.desc,
                (owner.access & Opcodes.ACC_INTERFACE) != 0));
        code.add(drive(returned));
        method.instructions = code;
        method.tryCatchBlocks = new ArrayList<>();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        method.maxLocals = slot;
        method.maxStack = Math.max(slot, 2);
    }

    private static InsnList drive(Type returned) {
        InsnList code = new InsnList();
        String future = "(L" + futureOf(returned) + ";)";
        if (returned == Type.VOID_TYPE) {
            code.add(call(Opcodes.INVOKESTATIC, DRIVER, "run", future + "V"));
        } else if (PRIMITIVE_FUTURES.contains(returned.getSort())) {
            code.add(call(Opcodes.INVOKESTATIC, DRIVER, "give", future + returned.getDescriptor()));
        } else {
            code.add(call(Opcodes.INVOKESTATIC, DRIVER, "give", future + "Ljava/lang/Object;"));
            Box box = Box.of(returned);
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, box == null ? returned.getInternalName() : box.type()));
            if (box != null) {
                code.add(call(Opcodes.INVOKEVIRTUAL, box.type(), box.unboxing(), "()" + returned.getDescriptor()));
            }
        }
        code.add(new InsnNode(returned.getOpcode(Opcodes.IRETURN)));
        return code;
    }

    /** The box of a primitive type that has no future of its own. */
    private record Box(String type, String unboxing) {
        static @org.jspecify.annotations.Nullable Box of(Type type) {
            return switch (type.getSort()) {
                case Type.CHAR -> new Box("java/lang/Character", "charValue");
                case Type.BYTE -> new Box("java/lang/Byte", "byteValue");
                case Type.SHORT -> new Box("java/lang/Short", "shortValue");
                case Type.FLOAT -> new Box("java/lang/Float", "floatValue");
                default -> null;
            };
        }
    }
}
