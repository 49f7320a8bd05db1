// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import java.lang.reflect.Method;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * One bug, put into one method of a class: some of its calls do something else, or a field that it reads has always the
 * same value. A mutation that finds nothing to change is an error: the code has moved, and the mutation has to follow.
 */
public final class Mutation {
    private final Class<?> target;
    private final String method;
    private final String described;
    private final Predicate<AbstractInsnNode> place;
    private final BiConsumer<InsnList, AbstractInsnNode> change;

    private Mutation(
            Class<?> target,
            String method,
            String described,
            Predicate<AbstractInsnNode> place,
            BiConsumer<InsnList, AbstractInsnNode> change) {
        this.target = target;
        this.method = method;
        this.described = described;
        this.place = place;
        this.change = change;
    }

    /** Where to put the bug: the methods of a class that have a name. */
    public static Place in(Class<?> target, String method) {
        return new Place(target, method);
    }

    /** Where a bug is put. */
    public static final class Place {
        private final Class<?> target;
        private final String method;

        private Place(Class<?> target, String method) {
            this.target = target;
            this.method = method;
        }

        /** Calls of methods with a name are left out; their value is null, false or 0. */
        public Mutation leaveOut(String called) {
            return new Mutation(target, method, "leaves out " + called, calls(called), Mutation::drop);
        }

        /** Reads of a field give null, false or 0. */
        public Mutation forget(String field) {
            return new Mutation(target, method, "forgets " + field, reads(field), Mutation::drop);
        }

        /**
         * Calls of methods with a name go to a static method, which takes the receiver as its first argument.
         *
         * @param by the class that has a static method {@code instead}; calls with other types than its own stay
         */
        public Mutation replace(String called, Class<?> by, String instead) {
            return new Mutation(
                    target,
                    method,
                    "calls " + instead + " for " + called,
                    calls(called).and(call -> takes(by, instead, descriptor((MethodInsnNode) call))),
                    (code, place) -> redirect(code, (MethodInsnNode) place, by, instead));
        }

        private static Predicate<AbstractInsnNode> calls(String name) {
            return instruction -> instruction instanceof MethodInsnNode call && call.name.equals(name);
        }

        private static Predicate<AbstractInsnNode> reads(String name) {
            return instruction -> instruction.getOpcode() == Opcodes.GETFIELD
                    && instruction instanceof FieldInsnNode read
                    && read.name.equals(name);
        }
    }

    /** Makes the changes, if this is the method; whether there were any. */
    boolean apply(String owner, MethodNode to) {
        boolean changed = false;
        if (owner.equals(Type.getInternalName(target)) && to.name.equals(method)) {
            for (AbstractInsnNode instruction : to.instructions.toArray()) {
                if (place.test(instruction)) {
                    change.accept(to.instructions, instruction);
                    changed = true;
                }
            }
        }
        return changed;
    }

    @Override
    public String toString() {
        return target.getSimpleName() + "." + method + " " + described;
    }

    private static void redirect(InsnList code, MethodInsnNode call, Class<?> by, String instead) {
        code.set(
                call,
                new MethodInsnNode(Opcodes.INVOKESTATIC, Type.getInternalName(by), instead, descriptor(call), false));
    }

    private static String descriptor(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKESTATIC ? call.desc : "(L" + call.owner + ";" + call.desc.substring(1);
    }

    private static boolean takes(Class<?> by, String name, String descriptor) {
        for (Method method : by.getDeclaredMethods()) {
            if (method.getName().equals(name)
                    && Type.getMethodDescriptor(method).equals(descriptor)) {
                return true;
            }
        }
        return false;
    }

    private static void drop(InsnList code, AbstractInsnNode place) {
        InsnList instead = new InsnList();
        Type value;
        if (place instanceof MethodInsnNode call) {
            Type[] arguments = Type.getArgumentTypes(call.desc);
            for (int i = arguments.length - 1; i >= 0; i--) {
                instead.add(new InsnNode(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
            }
            if (call.getOpcode() != Opcodes.INVOKESTATIC) {
                instead.add(new InsnNode(Opcodes.POP));
            }
            value = Type.getReturnType(call.desc);
        } else {
            instead.add(new InsnNode(Opcodes.POP));
            value = Type.getType(((FieldInsnNode) place).desc);
        }
        int constant = constant(value);
        if (constant != Opcodes.NOP) {
            instead.add(new InsnNode(constant));
        }
        code.insert(place, instead);
        code.remove(place);
    }

    private static int constant(Type type) {
        return switch (type.getSort()) {
            case Type.VOID -> Opcodes.NOP;
            case Type.LONG -> Opcodes.LCONST_0;
            case Type.FLOAT -> Opcodes.FCONST_0;
            case Type.DOUBLE -> Opcodes.DCONST_0;
            case Type.OBJECT, Type.ARRAY -> Opcodes.ACONST_NULL;
            default -> Opcodes.ICONST_0;
        };
    }
}
