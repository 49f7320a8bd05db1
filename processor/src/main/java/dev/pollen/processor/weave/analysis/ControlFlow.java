// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Where control can go from each instruction of a method, by index, and which handlers see what it throws. */
public final class ControlFlow {
    private final int[][] successors;
    private final int[][] handlers;

    private ControlFlow(int[][] successors, int[][] handlers) {
        this.successors = successors;
        this.handlers = handlers;
    }

    /**
     * Reads a method.
     *
     * @param method the method
     * @return its edges
     */
    public static ControlFlow of(MethodNode method) {
        InsnList code = method.instructions;
        int size = code.size();
        int[][] successors = new int[size][];
        for (int i = 0; i < size; i++) {
            successors[i] = successors(code, i);
        }
        List<List<Integer>> handlers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            handlers.add(new ArrayList<>());
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int end = code.indexOf(block.end);
            for (int i = code.indexOf(block.start); i < end; i++) {
                handlers.get(i).add(code.indexOf(block.handler));
            }
        }
        return new ControlFlow(
                successors,
                handlers.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new));
    }

    private static int[] successors(InsnList code, int index) {
        AbstractInsnNode insn = code.get(index);
        List<LabelNode> targets = new ArrayList<>();
        if (insn instanceof JumpInsnNode jump) {
            targets.add(jump.label);
        } else if (insn instanceof TableSwitchInsnNode table) {
            targets.addAll(table.labels);
            targets.add(table.dflt);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            targets.addAll(lookup.labels);
            targets.add(lookup.dflt);
        }
        boolean falls = !FrameTypes.endsPath(insn.getOpcode()) && index + 1 < code.size();
        int[] result = new int[targets.size() + (falls ? 1 : 0)];
        for (int i = 0; i < targets.size(); i++) {
            result[i] = code.indexOf(targets.get(i));
        }
        if (falls) {
            result[targets.size()] = index + 1;
        }
        return result;
    }

    /**
     * The same, but that some instructions are always followed by others than their code says.
     *
     * @param next for the index of an instruction that of the one that follows
     * @return the changed edges
     */
    public ControlFlow redirected(Map<Integer, Integer> next) {
        int[][] changed = successors.clone();
        next.forEach((from, to) -> changed[from] = new int[] {to});
        return new ControlFlow(changed, handlers);
    }

    /**
     * The instructions that can follow one.
     *
     * @param index its index
     * @return their indices
     */
    public int[] successors(int index) {
        return successors[index];
    }

    /**
     * The handlers of the ranges around an instruction.
     *
     * @param index its index
     * @return the indices of their first instructions, in the order of the table
     */
    public int[] handlers(int index) {
        return handlers[index];
    }

    /**
     * The number of instructions.
     *
     * @return the number, labels and frames included
     */
    public int size() {
        return successors.length;
    }
}
