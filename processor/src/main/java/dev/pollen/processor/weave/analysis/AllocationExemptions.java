// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.AsyncKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where a body may allocate without a word: on its way to a {@code throw}, which is no steady state, and where a task
 * prepares for its endless loop.
 *
 * <pre>
 *   byte[] raw = new byte[8];                                          runs once
 *   for (;;) {
 *     int n = await(i2c.read(raw));
 *     if (n &lt; 0) throw new IOException("read gave " + n);           nothing but the throw can follow
 *   }
 * </pre>
 */
public final class AllocationExemptions {
    private final InsnList code;
    private final BitSet exempt;

    private AllocationExemptions(InsnList code, BitSet exempt) {
        this.code = code;
        this.exempt = exempt;
    }

    /**
     * Reads a body.
     *
     * @param body the body
     * @return its exemptions, good until the body is changed
     */
    public static AllocationExemptions of(Body body) {
        ControlFlow flow = ControlFlow.of(body.method());
        BitSet exempt = onlyBeforeThrow(body.method(), flow);
        if (body.target().kind() == AsyncKind.TASK) {
            exempt.or(Cycles.of(flow, exempt).beforeEndless());
        }
        return new AllocationExemptions(body.method().instructions, exempt);
    }

    /**
     * Whether an instruction may allocate.
     *
     * @param insn an instruction of the body
     * @return true if nobody needs to hear of it
     */
    public boolean contains(AbstractInsnNode insn) {
        return exempt.get(code.indexOf(insn));
    }

    /** The instructions after which nothing but a {@code throw} can come: all their ways lead to one. */
    static BitSet onlyBeforeThrow(MethodNode method, ControlFlow flow) {
        int size = flow.size();
        List<List<Integer>> before = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            before.add(new ArrayList<>());
        }
        int[] open = new int[size];
        BitSet throwing = new BitSet();
        Deque<Integer> work = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            open[i] = flow.successors(i).length;
            for (int next : flow.successors(i)) {
                before.get(next).add(i);
            }
            if (method.instructions.get(i).getOpcode() == Opcodes.ATHROW) {
                throwing.set(i);
                work.add(i);
            }
        }
        while (!work.isEmpty()) {
            for (int previous : before.get(work.remove())) {
                if (--open[previous] == 0) {
                    throwing.set(previous);
                    work.add(previous);
                }
            }
        }
        return throwing;
    }
}
