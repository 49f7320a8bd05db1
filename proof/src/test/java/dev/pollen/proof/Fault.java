// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What a weaver with a bug could have written, and what no verifier minds: put into the bodies of a class so that the tests
 * have something to find.
 */
enum Fault {
    /** A variable that is restored has the value zero. */
    RESTORE {
        @Override
        boolean plant(MethodNode body, AbstractInsnNode insn) {
            AbstractInsnNode next = insn.getNext();
            boolean restores = insn instanceof FieldInsnNode field
                    && field.getOpcode() == Opcodes.GETFIELD
                    && isVariable(field)
                    && next.getOpcode() >= Opcodes.ISTORE
                    && next.getOpcode() <= Opcodes.ASTORE;
            if (restores) {
                InsnList zero = new InsnList();
                Type type = Type.getType(((FieldInsnNode) insn).desc);
                zero.add(new InsnNode(Opcodes.POP));
                zero.add(new InsnNode(zeroOf(type)));
                body.instructions.insert(insn, zero);
                body.instructions.remove(insn);
            }
            return restores;
        }
    },
    /** A variable that is saved is not. */
    SAVE {
        @Override
        boolean plant(MethodNode body, AbstractInsnNode insn) {
            AbstractInsnNode before = insn.getPrevious();
            boolean saves = insn instanceof FieldInsnNode field
                    && field.getOpcode() == Opcodes.PUTFIELD
                    && isVariable(field)
                    && before instanceof VarInsnNode;
            if (saves) {
                boolean wide = Type.getType(((FieldInsnNode) insn).desc).getSize() == 2;
                body.instructions.insert(insn, new InsnNode(Opcodes.POP));
                body.instructions.set(insn, new InsnNode(wide ? Opcodes.POP2 : Opcodes.POP));
            }
            return saves;
        }
    },
    /** A handler is not in the table. */
    HANDLER {
        @Override
        boolean plant(MethodNode body, AbstractInsnNode insn) {
            boolean first = insn.getPrevious() == null && body.tryCatchBlocks.size() > 1;
            if (first) {
                body.tryCatchBlocks.remove(0);
            }
            return first;
        }
    };

    abstract boolean plant(MethodNode body, AbstractInsnNode insn);

    /** A field of a frame that holds variables; the child in it would not come through. */
    private static boolean isVariable(FieldInsnNode field) {
        return field.owner.contains(SuspendedCopies.PREFIX)
                && !field.name.equals("state")
                && !field.name.equals("self")
                && !field.name.startsWith("child");
    }

    private static int zeroOf(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LCONST_0;
            case Type.FLOAT -> Opcodes.FCONST_0;
            case Type.DOUBLE -> Opcodes.DCONST_0;
            case Type.ARRAY, Type.OBJECT -> Opcodes.ACONST_NULL;
            default -> Opcodes.ICONST_0;
        };
    }

    /**
     * Puts the fault into each body of a class, wherever it fits.
     *
     * @throws IllegalStateException if it fits nowhere: the weaver writes something else now, and the fault has to follow
     */
    byte[] plantedIn(byte[] woven) {
        ClassNode node = new ClassNode();
        new ClassReader(woven).accept(node, 0);
        int planted = 0;
        for (MethodNode method : node.methods) {
            if (method.name.startsWith(SuspendedCopies.PREFIX) && method.name.endsWith("$poll")) {
                for (AbstractInsnNode insn : method.instructions.toArray()) {
                    planted += plant(method, insn) ? 1 : 0;
                }
            }
        }
        if (planted == 0) {
            throw new IllegalStateException("nothing in " + node.name + " that " + this + " could leave out");
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }
}
