// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/** Finds the awaits and emits that stand under {@code synchronized}, by counting monitors along every path. */
public final class Monitors {
    private Monitors() {}

    /**
     * Counts.
     *
     * @param method a method
     * @param flow its edges
     * @return the awaits and emits that would hold a monitor
     */
    public static List<AbstractInsnNode> awaitsHolding(MethodNode method, ControlFlow flow) {
        InsnList code = method.instructions;
        int[] depth = new int[code.size()];
        Arrays.fill(depth, -1);
        List<AbstractInsnNode> holding = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        depth[0] = 0;
        open.push(0);
        while (!open.isEmpty()) {
            int index = open.pop();
            AbstractInsnNode insn = code.get(index);
            int after = depth[index];
            if (insn.getOpcode() == Opcodes.MONITORENTER) {
                after++;
            } else if (insn.getOpcode() == Opcodes.MONITOREXIT) {
                after--;
            } else if (Calls.isSuspension(insn) && after > 0) {
                holding.add(insn);
            }
            // javac's handler for a monitor covers its own exit, so a handler starts with what is held before.
            visit(flow.handlers(index), depth[index], depth, open);
            visit(flow.successors(index), after, depth, open);
        }
        return holding;
    }

    private static void visit(int[] targets, int value, int[] depth, Deque<Integer> open) {
        for (int target : targets) {
            if (depth[target] < 0) {
                depth[target] = Math.max(0, value);
                open.push(target);
            }
        }
    }
}
