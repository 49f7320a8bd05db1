// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.AsyncKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

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
 *
 * <p>A {@code throw} that the body itself catches is no end: of what leads to one, only the new exception is exempt.
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
        return of(body.method(), flow, body.target().kind() == AsyncKind.TASK);
    }

    /**
     * Reads a method.
     *
     * @param method the method
     * @param flow where control goes in it
     * @param once whether it runs once, so that it may prepare for its endless loop
     * @return its exemptions, good until the method is changed
     */
    public static AllocationExemptions of(MethodNode method, ControlFlow flow, boolean once) {
        BitSet exempt = onlyBeforeThrow(method, flow, false);
        thrownAtOnce(method.instructions, exempt);
        if (once) {
            exempt.or(Cycles.of(flow, onlyBeforeThrow(method, flow, true)).beforeEndless());
        }
        return new AllocationExemptions(method.instructions, exempt);
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

    /** The instructions after which nothing but a {@code throw} can come, whoever catches it: all their ways lead to one. */
    static BitSet onlyBeforeThrow(MethodNode method, ControlFlow flow) {
        return onlyBeforeThrow(method, flow, true);
    }

    /** What makes an exception that is thrown where it is made, from its {@code NEW} to its {@code ATHROW}. */
    private static void thrownAtOnce(InsnList code, BitSet exempt) {
        for (AbstractInsnNode insn : code) {
            AbstractInsnNode made = insn.getOpcode() == Opcodes.ATHROW ? executedBefore(insn) : null;
            if (made instanceof MethodInsnNode constructor && constructor.name.equals("<init>")) {
                AbstractInsnNode start = startOf(constructor);
                if (start != null) {
                    exempt.set(code.indexOf(start), code.indexOf(insn) + 1);
                }
            }
        }
    }

    private static @Nullable AbstractInsnNode executedBefore(AbstractInsnNode insn) {
        AbstractInsnNode before = insn.getPrevious();
        while (before != null && before.getOpcode() < 0) {
            before = before.getPrevious();
        }
        return before;
    }

    /** The {@code NEW} of a constructor's call; others of the same class may stand among the arguments. */
    private static @Nullable AbstractInsnNode startOf(MethodInsnNode constructor) {
        int open = 0;
        for (AbstractInsnNode insn = constructor; insn != null; insn = insn.getPrevious()) {
            if (insn instanceof MethodInsnNode call
                    && call.name.equals("<init>")
                    && call.owner.equals(constructor.owner)) {
                open++;
            } else if (insn instanceof TypeInsnNode type
                    && type.getOpcode() == Opcodes.NEW
                    && type.desc.equals(constructor.owner)
                    && --open == 0) {
                return insn;
            }
        }
        return null;
    }

    /**
     * The instructions after which nothing but a {@code throw} can come: all their ways lead to one.
     *
     * @param caught whether one counts that the body may catch and go on
     */
    private static BitSet onlyBeforeThrow(MethodNode method, ControlFlow flow, boolean caught) {
        int size = flow.size();
        List<List<Integer>> before = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            before.add(new ArrayList<>());
        }
        int[] open = new int[size];
        BitSet throwing = new BitSet();
        Deque<Integer> work = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            boolean isThrow = method.instructions.get(i).getOpcode() == Opcodes.ATHROW;
            int[] next = isThrow && !caught ? flow.handlers(i) : flow.successors(i);
            open[i] = next.length;
            for (int each : next) {
                before.get(each).add(i);
            }
            if (isThrow && next.length == 0) {
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
