// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which locals may still be read, before each instruction.
 *
 * <p>Any instruction of a protected range may throw before or after what it does, so what its handlers need is live
 * before it: a store inside a {@code try} does not end the life of the old value for the handler, and a variable that
 * only an outer handler reads is live throughout.
 */
public final class Liveness {
    private final InsnList code;
    private final BitSet[] before;

    private Liveness(InsnList code, BitSet[] before) {
        this.code = code;
        this.before = before;
    }

    /**
     * Walks a method backwards until nothing changes; a few rounds, one for each depth of nested loops.
     *
     * @param method the method
     * @param flow its edges
     * @return the live locals
     */
    public static Liveness of(MethodNode method, ControlFlow flow) {
        InsnList code = method.instructions;
        BitSet[] before = new BitSet[code.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = before.length - 1; i >= 0; i--) {
                BitSet live = new BitSet();
                for (int successor : flow.successors(i)) {
                    live.or(before[successor]);
                }
                transfer(code.get(i), live);
                for (int handler : flow.handlers(i)) {
                    live.or(before[handler]);
                }
                if (!live.equals(before[i])) {
                    before[i] = live;
                    changed = true;
                }
            }
        }
        return new Liveness(code, before);
    }

    private static void transfer(AbstractInsnNode insn, BitSet live) {
        if (insn instanceof VarInsnNode access) {
            boolean store = access.getOpcode() >= Opcodes.ISTORE && access.getOpcode() <= Opcodes.ASTORE;
            live.set(access.var, !store);
        } else if (insn instanceof IincInsnNode increment) {
            live.set(increment.var);
        }
    }

    /**
     * The locals that may be read from an instruction on.
     *
     * @param insn an instruction of the method
     * @return slots; of a wide local its first
     */
    public BitSet before(AbstractInsnNode insn) {
        return before[code.indexOf(insn)];
    }

    /**
     * The locals that may be read after a call has returned or thrown.
     *
     * @param call a call of the method
     * @return slots; of a wide local its first
     */
    public BitSet after(AbstractInsnNode call) {
        // A call reads no local itself, so what is live before it is what its successors and its handlers need.
        return before(call);
    }
}
