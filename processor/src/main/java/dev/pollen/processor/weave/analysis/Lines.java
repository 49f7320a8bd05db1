// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The source lines of a method's instructions. */
public final class Lines {
    private Lines() {}

    /**
     * The line of an instruction.
     *
     * @param insn an instruction of a method
     * @return the line, from 1; 0 where the class file has none
     */
    public static int of(AbstractInsnNode insn) {
        for (AbstractInsnNode i = insn; i != null; i = i.getPrevious()) {
            if (i instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    /**
     * The first line of a method's code.
     *
     * @param method a method
     * @return the line, from 1; 0 where the class file has none
     */
    public static int first(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }
}
