// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.TypeValue;
import dev.pollen.processor.weave.layout.FrameField;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** A list of instructions under construction; each method appends and returns the list, so that code reads as code. */
final class Code {
    private final InsnList insns = new InsnList();

    /** What has been appended; handing it to a method empties this list. */
    InsnList insns() {
        return insns;
    }

    Code op(int opcode) {
        insns.add(new InsnNode(opcode));
        return this;
    }

    Code load(TypeValue type, int slot) {
        insns.add(new VarInsnNode(type.opcode(Opcodes.ILOAD), slot));
        return this;
    }

    Code store(TypeValue type, int slot) {
        insns.add(new VarInsnNode(type.opcode(Opcodes.ISTORE), slot));
        return this;
    }

    Code aload(int slot) {
        insns.add(new VarInsnNode(Opcodes.ALOAD, slot));
        return this;
    }

    Code astore(int slot) {
        insns.add(new VarInsnNode(Opcodes.ASTORE, slot));
        return this;
    }

    Code getField(String owner, String name, String descriptor) {
        insns.add(new FieldInsnNode(Opcodes.GETFIELD, owner, name, descriptor));
        return this;
    }

    Code getField(String owner, FrameField field) {
        return getField(owner, field.name(), field.descriptor());
    }

    Code putField(String owner, String name, String descriptor) {
        insns.add(new FieldInsnNode(Opcodes.PUTFIELD, owner, name, descriptor));
        return this;
    }

    Code putField(String owner, FrameField field) {
        return putField(owner, field.name(), field.descriptor());
    }

    Code getStatic(String owner, String name, String descriptor) {
        insns.add(new FieldInsnNode(Opcodes.GETSTATIC, owner, name, descriptor));
        return this;
    }

    Code putStatic(String owner, String name, String descriptor) {
        insns.add(new FieldInsnNode(Opcodes.PUTSTATIC, owner, name, descriptor));
        return this;
    }

    /** Pushes {@code Poll.PENDING} or {@code Poll.READY}. */
    Code poll(String constant) {
        return getStatic(Names.POLL, constant, Names.descriptor(Names.POLL));
    }

    Code invoke(int opcode, String owner, String name, String descriptor) {
        return invoke(opcode, owner, name, descriptor, opcode == Opcodes.INVOKEINTERFACE);
    }

    Code invoke(int opcode, String owner, String name, String descriptor, boolean itf) {
        insns.add(new MethodInsnNode(opcode, owner, name, descriptor, itf));
        return this;
    }

    Code type(int opcode, String internalName) {
        insns.add(new TypeInsnNode(opcode, internalName));
        return this;
    }

    Code push(int value) {
        if (value >= -1 && value <= 5) {
            return op(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            insns.add(new IntInsnNode(Opcodes.BIPUSH, value));
        } else if (value == (short) value) {
            insns.add(new IntInsnNode(Opcodes.SIPUSH, value));
        } else {
            insns.add(new LdcInsnNode(value));
        }
        return this;
    }

    Code string(String value) {
        insns.add(new LdcInsnNode(value));
        return this;
    }

    Code jump(int opcode, LabelNode target) {
        insns.add(new JumpInsnNode(opcode, target));
        return this;
    }

    Code go(LabelNode target) {
        return jump(Opcodes.GOTO, target);
    }

    Code label(LabelNode label) {
        insns.add(label);
        return this;
    }

    /** A label that other code jumps to, and what holds there. */
    Code target(LabelNode label, List<TypeValue> locals, TypeValue... stack) {
        insns.add(label);
        insns.add(frame(locals, stack));
        return this;
    }

    Code line(int line) {
        if (line > 0) {
            LabelNode here = new LabelNode();
            insns.add(here);
            insns.add(new LineNumberNode(line, here));
        }
        return this;
    }

    Code add(Code other) {
        insns.add(other.insns);
        return this;
    }

    static FrameNode frame(List<TypeValue> locals, TypeValue... stack) {
        List<Object> types = new ArrayList<>();
        int used = locals.size();
        while (used > 0
                && locals.get(used - 1).isTop()
                && (used < 2 || locals.get(used - 2).getSize() == 1)) {
            used--;
        }
        for (int i = 0; i < used; i++) {
            types.add(locals.get(i).frameType());
            if (locals.get(i).getSize() == 2) {
                i++;
            }
        }
        List<Object> onStack = new ArrayList<>();
        for (TypeValue value : stack) {
            onStack.add(value.frameType());
        }
        return new FrameNode(Opcodes.F_NEW, types.size(), types.toArray(), onStack.size(), onStack.toArray());
    }
}
